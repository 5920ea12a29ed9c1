// Rejected articles: what they are, their bytes as text, and the acts on them.
import { $, count, h, keyed, many, moment, say } from './dom.js';
import { ask } from './ask.js';

const EVERY = 3000;
const letter = $('#letter');
const many_ = $('#many');
let listedAt = -EVERY;
let listedOpen = -1;
let shown = null;
let asked = null;

export function showRejected(view) {
  const { open, kept, kinds = [] } = view.rejected;
  say($('#rejected-count'), kept === 0 ? 'none' : `${count(open)} open of the newest ${count(kept)}`);
  const most = Math.max(1, ...kinds.map(kind => kind.open));
  keyed($('#kinds').tBodies[0], kinds, kind => `${kind.service} ${kind.reason}`, kindRow, (row, kind) => {
    say(row.children[1], count(kind.hour));
    say(row.children[2], count(kind.day));
    say(row.children[3], count(kind.open));
    row.children[0].style.setProperty('--share', `${100 * kind.open / most}%`);
    row.querySelector('button').hidden = kind.open === 0;
  });
  const select = $('#by-reason');
  [...new Set(kinds.map(kind => kind.reason))].filter(reason => ![...select.options].some(option => option.value === reason))
    .forEach(reason => select.append(h('option', { value: reason }, reason)));
  if (open !== listedOpen || performance.now() - listedAt > EVERY) {
    listedOpen = open;
    list();
  }
}

function kindRow(kind) {
  const replay = h('button', { className: 'link', type: 'button' }, 'replay all …');
  replay.setAttribute('aria-label', `replay all that ${kind.service} rejected as ${kind.reason}`);
  replay.addEventListener('click', () => askMany(kind));
  return h('tr', {}, h('td', {}, `${kind.service} · ${kind.reason}`), h('td', { className: 'n' }), h('td', { className: 'n' }),
    h('td', { className: 'n' }), h('td', { className: 'n' }, replay));
}

async function list() {
  listedAt = performance.now();
  const query = new URLSearchParams({ service: $('#by-step').value, reason: $('#by-reason').value, state: $('#dealt').checked ? 'all' : 'open', limit: 12 });
  const found = await ask(`v1/rejected?${query}`).catch(() => null);
  if (found === null) {
    return;
  }
  const items = found.articles ?? [];
  keyed($('#letters'), items.length > 0 ? items : [null], entry => entry === null ? '' : place(entry) + (entry.act?.at ?? ''), entry => entry === null
    ? h('li', { className: 'empty' }, 'Nothing is rejected that nobody has dealt with.') : letterLine(entry));
}

const place = entry => `${entry.article.place.partition}/${entry.article.place.offset}`;

function letterLine(entry) {
  const { article, act } = entry;
  const show = h('button', { className: 'link headline', type: 'button' }, `${article.field ? `${article.field} ` : ''}${article.rule || article.reason}`);
  show.addEventListener('click', () => open(entry));
  return h('li', {}, h('div', { className: 'line' }, show),
    h('div', { className: 'meta' }, [`${article.service} · ${article.reason}`, moment(article.rejectedAt), `${count(article.bytes)} bytes`,
      origin(article.origin), act ? did(act) : ''].filter(Boolean).join(' · ')));
}

function origin(from) {
  const line = from.line === undefined ? '' : ` line ${from.line}`;
  if (from.feed !== undefined) return `feed ${from.feed}`;
  return from.topic === undefined ? `pushed over HTTP${line}` : `${from.topic}-${from.partition}@${from.offset}${line}`;
}

function did(act) {
  const to = act.replayedTo ? ` to ${act.replayedTo.topic}-${act.replayedTo.partition}@${act.replayedTo.offset}` : '';
  const by = act.author ? ` by ${act.author}` : '';
  return `${act.act === 'edited' ? 'edited and replayed' : act.act}${to}${by} at ${moment(act.at)}${act.note ? `: ${act.note}` : ''}`;
}

async function open(entry) {
  shown = null;
  $('#letter-bytes').readOnly = true;
  $('#letter-bytes').value = '';
  $('#letter-facts').replaceChildren();
  $('#letter-note').value = '';
  buttons(false, 'reading …');
  letter.showModal();
  try {
    shown = await ask(`v1/rejected/${place(entry)}`);
  } catch (error) {
    buttons(false, error.message);
    return;
  }
  const { article, content } = shown;
  facts({
    why: `${article.field ? `${article.field} ` : ''}${article.rule} (${article.reason})`, 'rejected by': `${article.service}, ${moment(article.rejectedAt)}`,
    from: origin(article.origin), stands: `${article.place.topic}-${article.place.partition}@${article.place.offset}`, 'article id': article.articleId ?? '',
    type: article.mediaType ?? '', 'a replay': shown.refused ? `is refused: ${shown.refused}` : `goes to ${shown.replayTo}`, done: shown.act ? did(shown.act) : '',
  });
  say($('#letter-label'), `Its ${count(content.bytes)} bytes${content.isText ? '' : ', no text, in hexadecimal'}${content.isWhole ? '' : ', the beginning'}`);
  $('#letter-bytes').value = content.lines ?? '';
  buttons(true, '');
}

function facts(all) {
  $('#letter-facts').replaceChildren(...Object.entries(all).filter(([, value]) => value !== '')
    .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

function buttons(enabled, said) {
  say($('#letter-said'), said);
  const edits = !$('#letter-bytes').readOnly;
  $('#letter-replay').textContent = edits ? 'Replay as edited' : 'Replay';
  $('#letter-replay').disabled = !enabled || (shown?.refused !== undefined && !edits);
  $('#letter-edit').disabled = !enabled || shown?.content.text === undefined || edits;
  $('#letter-discard').disabled = !enabled;
}

async function act(verb, body) {
  buttons(false, 'writing …');
  try {
    const done = await ask(`v1/rejected/${place(shown)}/${verb}`, { author: $('#letter-author').value, note: $('#letter-note').value, ...body });
    buttons(false, did(done));
    list();
  } catch (error) {
    buttons(true, error.message);
  }
}

$('#letter-replay').addEventListener('click', () => act('replay', $('#letter-bytes').readOnly ? {} : { text: $('#letter-bytes').value }));
$('#letter-discard').addEventListener('click', () => act('discard', {}));
$('#letter-edit').addEventListener('click', () => {
  $('#letter-bytes').readOnly = false;
  $('#letter-bytes').focus();
  buttons(true, 'Change the text; it is replayed in place of the original, which stays where it is.');
});

async function askMany(kind) {
  asked = kind;
  $('#many-go').disabled = true;
  $('#many-note').value = '';
  say($('#many-title'), `Replay what ${kind.service} rejected as ${kind.reason}`);
  say($('#many-said'), 'looking what a replay would do …');
  many_.showModal();
  await replayMany(true);
}

async function replayMany(dryRun) {
  try {
    const answer = await ask('v1/rejected/replay', { service: asked.service, reason: asked.reason, dryRun, author: $('#many-author').value, note: $('#many-note').value });
    const refused = Object.entries(answer.refused ?? {}).map(([why, number]) => `${count(number)} refused: ${why}`);
    const left = answer.left > 0 ? [`${count(answer.left)} are left for another time`] : [];
    say($('#many-said'), [`${many(answer.replayed, 'article')} ${dryRun ? 'would be' : answer.replayed === 1 ? 'was' : 'were'} replayed`, ...refused, ...left].join('; ') + '.');
    $('#many-go').disabled = !dryRun || answer.replayed === 0;
    list();
  } catch (error) {
    say($('#many-said'), error.message);
  }
}

$('#many-go').addEventListener('click', () => {
  $('#many-go').disabled = true;
  replayMany(false);
});
['#by-step', '#by-reason', '#dealt'].forEach(filter => $(filter).addEventListener('change', list));
