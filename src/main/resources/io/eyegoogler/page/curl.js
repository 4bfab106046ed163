import {query} from './options.js';

/** Names that neither a shell nor curl's -F reads as anything else. A photo may come with any name, of anybody's making. */
const PLAIN_NAME = /^[\w][\w .+-]*$/;

/** The command that brings the same answer, with the service at `page`'s address. */
export function curlLine(page, photoName, options, resultName) {
  const service = new URL('eyegoogler?' + query(options), page);
  const file = plain(photoName, 'photo.jpg');
  const output = plain(resultName, resultName.replace(/^.*-googly/s, 'photo-googly'));
  return `curl -F "file=@${file}" "${encodeQuotes(service.href)}" --output "${output}"`;
}

const plain = (name, otherwise) => PLAIN_NAME.test(name) ? name : otherwise;

/** What a shell would take up inside of double quotes. */
function encodeQuotes(address) {
  return address.replace(/["`$\\!]/g, (sign) => '%' + sign.charCodeAt(0).toString(16));
}
