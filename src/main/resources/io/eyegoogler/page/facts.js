// What was found in a photo and what it took, folded away.

import {counted, details} from './words.js';

export function showFacts({faces, answer, size, file, note}) {
  document.getElementById('faces').textContent = counted(faces.length);
  document.getElementById('details').textContent =
    details(size, file.size, answer.header('Server-Timing'), answer.seconds) + (note && ` · ${note}`);
}
