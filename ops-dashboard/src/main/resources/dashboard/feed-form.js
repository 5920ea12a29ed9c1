// One feed: added, changed, removed.
import { $, h, moment, say } from './dom.js';
import { ask } from './ask.js';
import { allRight, refused, twice } from './form.js';

const dialog = $('#feed');
const form = $('#feed-form');
const said = $('#feed-said');
const TEXTS = ['title', 'source', 'language', 'section', 'author', 'comment'];
const SPANS = ['leastSeconds', 'mostSeconds'];
let shown = null;
let done = () => {};

const field = name => form.elements.namedItem(name);

/** Opens the form, for a new feed where there is no address; `then` is told of the feed and what was done. */
export async function editFeed(url, then) {
  done = then;
  shown = null;
  fill({});
  say($('#feed-title'), url === null ? 'Add a feed' : 'Feed');
  $('#feed-facts').replaceChildren();
  $('#feed-save').textContent = url === null ? 'Add and poll it' : 'Save and poll it';
  $('#feed-save').disabled = url !== null;
  $('#feed-remove').hidden = url === null;
  field('url').readOnly = url !== null;
  say(said, '');
  dialog.showModal();
  if (url === null) {
    field('url').focus();
    return;
  }
  try {
    shown = await ask(`v1/feeds/one?url=${encodeURIComponent(url)}`);
    fill(shown);
    $('#feed-save').disabled = false;
    $('#feed-facts').replaceChildren(h('p', { className: 'meta' }, [`added ${moment(shown.addedAt)}`,
      `changed ${moment(shown.changedAt)}${shown.author ? ` by ${shown.author}` : ''}${shown.comment ? `: ${shown.comment}` : ''}`,
      shown.movedFrom ? `moved from ${shown.movedFrom}` : ''].filter(Boolean).join(' · ')));
  } catch (error) {
    say(said, error.message);
  }
}

function fill(feed) {
  allRight(form);
  const { author } = form.elements;
  const who = author.value;
  ['url', ...TEXTS].forEach(name => { field(name).value = feed[name] ?? ''; });
  SPANS.forEach(name => { field(name).value = feed[name] === undefined ? '' : feed[name] / 60; });
  field('pages').checked = feed.pages === true;
  field('comment').value = '';
  author.value = who;
}

function typed() {
  const feed = { url: field('url').value.trim(), pages: field('pages').checked };
  TEXTS.forEach(name => { feed[name] = field(name).value.trim(); });
  // What is said of neither stays as ingest is set.
  ['language', 'section'].forEach(name => { feed[name] = feed[name] || null; });
  SPANS.forEach(name => { feed[name] = field(name).value === '' ? null : Math.round(field(name).value * 60); });
  return feed;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  allRight(form);
  say(said, 'writing …');
  $('#feed-save').disabled = true;
  try {
    const feed = await ask('v1/feeds', typed(), shown === null ? 'POST' : 'PUT');
    dialog.close();
    done(feed, shown === null ? 'added, and polled at once' : 'changed, and polled at once');
  } catch (error) {
    refused(form, said, error);
  }
  $('#feed-save').disabled = false;
});

twice($('#feed-remove'), said, () => 'It is polled no more; its articles stay.', async () => {
  try {
    const feed = await ask(`v1/feeds?url=${encodeURIComponent(shown.url)}`, undefined, 'DELETE');
    dialog.close();
    done(feed, 'removed');
  } catch (error) {
    say(said, error.message);
  }
});
