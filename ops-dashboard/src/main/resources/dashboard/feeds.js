// Feeds, the sick ones first; each can be polled, paused and changed where it stands.
import { $, age, count, h, keyed, many, say } from './dom.js';
import { ask } from './ask.js';
import { editFeed } from './feed-form.js';
import { outlines } from './opml.js';

const EVERY = 1000;
const FEW = 8;
const MORE = 50;
const AT_ONCE = 500;
const SICK = ['failing', 'gone', 'lying', 'overdue'];
const LATE = ['silent', 'moved'];
const wanted = { state: '', limit: FEW, first: [] };
let askedAt = -EVERY;
let clock = () => Date.now();

const tone = state => SICK.includes(state) ? 'sick' : LATE.includes(state) ? 'late' : '';
const words = () => $('#find-feeds').value.trim();

export function showFeeds(view, now) {
  const came = performance.now();
  clock = () => now + performance.now() - came;
  keyed($('#feed-states'), Object.entries(view.feeds.states ?? {}), ([state]) => state, ([state]) => stateButton(state),
    (element, [state, number]) => {
      say(element, `${count(number)} ${state}`);
      element.setAttribute('aria-pressed', String(wanted.state === state));
    });
  if (words() === '' && wanted.state === '' && wanted.first.length === 0 && wanted.limit === FEW) {
    lines(view.feeds);
  } else if (performance.now() - askedAt > EVERY) {
    list();
  }
}

function stateButton(state) {
  const button = h('button', { type: 'button', className: `chip ${tone(state)}` });
  button.addEventListener('click', () => {
    wanted.state = wanted.state === state ? '' : state;
    list();
  });
  return button;
}

async function list() {
  askedAt = performance.now();
  const query = new URLSearchParams({ q: words(), state: wanted.state, limit: wanted.limit });
  wanted.first.forEach(url => query.append('first', url));
  const found = await ask(`v1/feeds?${query}`).catch(() => null);
  if (found !== null && query.get('q') === words() && query.get('state') === wanted.state) {
    document.querySelectorAll('#feed-states button').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.key === wanted.state)));
    lines(found);
  }
}

/** Shows feeds that somebody has just touched before all others, for as long as the page is open. */
function touched(url, said) {
  wanted.first = [url, ...wanted.first.filter(other => other !== url)].slice(0, 5);
  say($('#feeds-said'), said);
  list();
}

function lines(found) {
  const none = found.count === 0 ? 'No feeds are polled; news comes by pushes and the inbox.' : 'No feed is like that.';
  const shown = found.lines ?? [];
  keyed($('#feeds'), shown.length > 0 ? shown : [null], line => line?.url ?? '', line => line === null ? h('li', { className: 'empty' }, none) : feedLine(line),
    (element, line) => line !== null && update(element, line));
  const rest = (found.matching ?? 0) - shown.length;
  $('#more-feeds').hidden = rest <= 0;
  say($('#more-feeds'), `show ${count(Math.min(rest, MORE))} more of ${count(rest)}`);
}

function feedLine(line) {
  const button = (name, act) => {
    const element = h('button', { type: 'button', className: 'small', data: { act: name } });
    element.addEventListener('click', () => act(element));
    return element;
  };
  const title = h('button', { type: 'button', className: 'link headline' });
  title.addEventListener('click', () => edit(line.url));
  return h('li', {},
    h('div', { className: 'line' }, title, h('span', { className: 'chip' }),
      h('span', { className: 'acts' }, button('poll', element => act(line.url, 'poll', element)),
        button('pause', element => act(line.url, element.dataset.act, element)))),
    h('p', { className: 'error' }), h('p', { className: 'meta' }));
}

function update(element, line) {
  const [title, chip, acts] = element.firstChild.children;
  const [poll, pause] = acts.children;
  const paused = line.state === 'paused';
  say(title, line.title || line.url);
  title.setAttribute('aria-label', `change ${line.title || line.url}`);
  say(chip, line.asked ? `${line.state}, poll asked for` : line.state);
  chip.className = `chip ${tone(line.state)}`;
  pause.dataset.act = paused ? 'resume' : 'pause';
  name(pause, pause.dataset.act, line);
  name(poll, 'poll now', line);
  poll.disabled = paused || line.asked;
  say(element.children[1], line.error ?? '');
  element.children[1].hidden = !line.error;
  say(element.children[2], facts(line));
}

function name(button, words, line) {
  say(button, words);
  button.setAttribute('aria-label', `${words}: ${line.title || line.url}`);
}

function facts(line) {
  const since = time => age((clock() - Date.parse(time)) / 1000);
  const until = time => age(Math.max(0, (Date.parse(time) - clock()) / 1000));
  return [
    line.failures > 0 ? `${many(line.failures, 'failure')} in a row` : '', line.httpStatus ? `HTTP ${line.httpStatus}` : '',
    line.lastPollAt ? `polled ${since(line.lastPollAt)} ago` : 'not polled yet',
    line.nextPollAt && line.state !== 'paused' ? `next in ${until(line.nextPollAt)}` : '',
    line.lastNewItemAt ? `last new item ${since(line.lastNewItemAt)} ago` : '', many(line.published, 'article'), line.hub,
    line.movedFrom ? `moved from ${line.movedFrom}` : '', line.title ? line.url : '',
  ].filter(Boolean).join(' · ');
}

const DONE = { poll: 'a poll is asked for', pause: 'paused', resume: 'resumed' };

async function act(url, verb, button) {
  button.disabled = true;
  try {
    await ask(`v1/feeds/${verb}`, { url, author: $('#feed-form').elements.author.value });
    touched(url, `${DONE[verb]}: ${url}`);
  } catch (error) {
    say($('#feeds-said'), `not done: ${error.message}`);
  }
  button.disabled = false;
}

const edit = url => editFeed(url, (feed, did) => touched(feed.url, `${did}: ${feed.url}`));

async function importList(file) {
  const total = { added: 0, known: 0, refused: [] };
  try {
    const found = await outlines(file);
    if (found.length === 0) {
      throw new Error(`${file.name} names no feed: it has no outline with an xmlUrl`);
    }
    for (let from = 0; from < found.length; from += AT_ONCE) {
      say($('#feeds-said'), `adding ${many(found.length, 'feed')} of ${file.name} …`);
      const done = await ask('v1/feeds/import', { feeds: found.slice(from, from + AT_ONCE), author: $('#feed-form').elements.author.value });
      total.added += done.added;
      total.known += done.known;
      total.refused.push(...Object.entries(done.refused ?? {}));
    }
    const [first] = total.refused;
    say($('#feeds-said'), `added ${many(total.added, 'feed')} of ${file.name}; ${count(total.known)} were there already`
      + (first ? `; ${count(total.refused.length)} refused, such as ${first[0]}: ${first[1]}` : ''));
  } catch (error) {
    say($('#feeds-said'), `after ${many(total.added, 'feed')}: ${error.message}`);
  }
  list();
}

$('#find-feeds').addEventListener('input', list);
$('#add-feed').addEventListener('click', () => edit(null));
$('#import-feeds').addEventListener('click', () => $('#opml').click());
$('#opml').addEventListener('change', () => {
  const [file] = $('#opml').files;
  if (file) {
    importList(file);
  }
  $('#opml').value = '';
});
$('#more-feeds').addEventListener('click', () => {
  wanted.limit += MORE;
  list();
});
