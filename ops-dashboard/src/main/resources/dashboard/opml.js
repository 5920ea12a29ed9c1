// Lists of feeds as other readers export them: everything that can be read is, well-formed or not.

const MOST = 20 * 1024 * 1024;

/** The feeds that a file names. It is read as a document of its own, which runs nothing and is never shown. */
export async function outlines(file) {
  if (file.size > MOST) {
    throw new Error(`${file.name} is larger than ${MOST / 1024 / 1024} MB`);
  }
  const list = new DOMParser().parseFromString(decoded(await file.arrayBuffer()), 'text/html');
  return [...list.querySelectorAll('outline[xmlurl]')].map(outline => ({
    url: outline.getAttribute('xmlurl').trim(),
    title: (outline.getAttribute('title') || outline.getAttribute('text') || '').trim(),
    language: outline.getAttribute('language')?.trim() || undefined,
  }));
}

function decoded(bytes) {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 200));
  const charset = /encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
