import {query} from './options.js';

/** Names that neither a shell nor curl's -F reads as anything else. */
const PLAIN_NAME = /^[\w][\w .+-]*$/;

/** The command that brings the same answer, with the service at `page`'s address. */
export function curlLine(page, photoName, options, resultName) {
  const service = new URL('eyegoogler?' + query(options), page);
  const file = PLAIN_NAME.test(photoName) ? photoName : 'photo.jpg';
  return `curl -F "file=@${file}" "${encodeQuotes(service.href)}" --output "${resultName}"`;
}

/** What a shell would take up inside of double quotes. */
function encodeQuotes(address) {
  return address.replace(/["`$\\!]/g, (sign) => '%' + sign.charCodeAt(0).toString(16));
}
