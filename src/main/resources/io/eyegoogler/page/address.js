// A picture's address instead of the picture: this page asks no other site for anything, so most can't be fetched.

const ELSEWHERE = 'That picture is on another site, and I ask nothing of other sites. '
  + 'Copy the picture itself (right-click, Copy image) and paste that.';
const NO_ADDRESS = 'That was no picture; copy a picture, or save it and drop the file here.';

/** The picture at an address of this site, or in a `data:` address; throws with a sentence for people otherwise. */
export async function photoAt(text) {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address?.protocol === 'data:') {
    return fromData(text);
  }
  if (!address || !/^(https?|blob):$/.test(address.protocol)) {
    throw new Error(NO_ADDRESS);
  }
  if (address.origin !== location.origin) {
    throw new Error(ELSEWHERE);
  }
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) {
    throw new Error('There is no picture at that address.');
  }
  const blob = await answer.blob();
  return new File([blob], address.pathname.split('/').pop() || 'photo', {type: blob.type});
}

function fromData(text) {
  const [, type, content] = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(text) ?? [];
  if (!type) {
    throw new Error(NO_ADDRESS);
  }
  return new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], 'photo', {type});
}
