// Files in one archive, as they are: photos don't become smaller (PKWARE's .ZIP File Format Specification, 6.3).

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

const CRC_TABLE = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
  }
  return crc;
});

export function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc = crc >>> 8 ^ CRC_TABLE[(crc ^ byte) & 0xff];
  }
  return ~crc >>> 0;
}

/** An archive of `files`; of those of the same name, the later get a number. */
export async function archive(files, now = new Date()) {
  const parts = [];
  const directory = [];
  const names = new Set();
  let offset = 0;
  for (const file of files) {
    const content = new Uint8Array(await file.arrayBuffer());
    const name = new TextEncoder().encode(free(file.name, names));
    const common = [VERSION, 2, FLAGS, 2, 0, 2, ...time(now), crc32(content), 4, content.length, 4, content.length, 4,
      name.length, 2, 0, 2];
    const header = fields([LOCAL_HEADER, 4, ...common]);
    directory.push(fields([CENTRAL_HEADER, 4, VERSION, 2, ...common, 0, 2, 0, 2, 0, 2, 0, 4, offset, 4]), name);
    parts.push(header, name, content);
    offset += header.length + name.length + content.length;
  }
  const size = directory.reduce((sum, {length}) => sum + length, 0);
  const end = fields([END, 4, 0, 2, 0, 2, files.length, 2, files.length, 2, size, 4, offset, 4, 0, 2]);
  return new Blob([...parts, ...directory, end], {type: 'application/zip'});
}

/** Values and their lengths in bytes, in turn, with the lowest byte first. */
function fields(values) {
  const bytes = [];
  for (let i = 0; i < values.length; i += 2) {
    for (let shift = 0; shift < values[i + 1]; shift++) {
      bytes.push(values[i] / 2 ** (8 * shift) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Time and date as MS-DOS has them. */
function time(now) {
  return [
    now.getHours() << 11 | now.getMinutes() << 5 | now.getSeconds() >> 1, 2,
    now.getFullYear() - 1980 << 9 | now.getMonth() + 1 << 5 | now.getDate(), 2,
  ];
}

function free(name, names) {
  let result = name;
  for (let number = 2; names.has(result); number++) {
    result = name.replace(/(\.[^.]*)?$/, `-${number}$1`);
  }
  names.add(result);
  return result;
}
