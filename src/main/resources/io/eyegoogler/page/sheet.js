// On a phone the controls are a sheet with tabs below the photo; elsewhere all of them are seen at once.

const tabs = [...document.querySelectorAll('#tabs button')];
const panel = (tab) => document.getElementById(tab.getAttribute('aria-controls'));
const phone = matchMedia('(max-width: 40rem) and (orientation: portrait)');

let chosen = tabs[0];

function show() {
  document.getElementById('tabs').hidden = !phone.matches;
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute('aria-selected', isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    panel(tab).hidden = phone.matches && !isChosen;
    if (phone.matches) {
      panel(tab).setAttribute('role', 'tabpanel');
    } else {
      panel(tab).removeAttribute('role');
    }
  }
}

tabs.forEach((tab, index) => {
  tab.addEventListener('click', () => {
    chosen = tab;
    show();
  });
  tab.addEventListener('keydown', ({key}) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step) {
      const next = tabs[(index + step + tabs.length) % tabs.length];
      next.click();
      next.focus();
    }
  });
});
phone.addEventListener('change', show);
show();
