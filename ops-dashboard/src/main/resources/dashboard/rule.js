// One rule: read, changed, tried, put in force, removed.
import { $, count, h, many, moment, say } from './dom.js';
import { ask } from './ask.js';
import { allRight, refused, twice, wrongAt } from './form.js';
import { forgetTrial, staleTrial, tryRule } from './trial.js';

const dialog = $('#rule');
const form = $('#rule-form');
const said = $('#rule-said');
const FIELDS = ['ruleId', 'tag', 'query', 'parent', 'mediaTopic', 'mentions'];
const PAUSE = 400;
let shown = null;
let done = () => {};
let typing = 0;

const field = name => form.elements.namedItem(name);

/** Opens a rule in force, or an empty form; `then` is told in words what was done. */
export async function openRule(ruleId, then) {
  done = then;
  shown = null;
  fill({});
  forgetTrial();
  say($('#rule-title'), ruleId === null ? 'New rule' : `Rule ${ruleId}`);
  say($('#rule-facts'), '');
  say(said, '');
  $('#rule-changes').hidden = true;
  $('#rule-remove').hidden = ruleId === null;
  field('ruleId').readOnly = ruleId !== null;
  dialog.showModal();
  knowParents();
  if (ruleId === null) {
    field('tag').focus();
    return;
  }
  try {
    shown = await ask(`v1/rules/${encodeURIComponent(ruleId)}`);
    fill(shown.rule);
    tell(shown);
  } catch (error) {
    say(said, error.message);
  }
}

function tell({ rule, hour, day, narrower = [], changes = [] }) {
  say($('#rule-title'), `Rule ${rule.ruleId} v${rule.version}`);
  say($('#rule-facts'), [`in force since ${moment(rule.changedAt)}${by(rule)}`, `${many(hour, 'hit')} within the hour, ${count(day)} within the day`,
    narrower.length > 0 ? `its tag also comes with ${narrower.slice(0, 8).join(', ')}${narrower.length > 8 ? ` and ${narrower.length - 8} more` : ''}` : ''].filter(Boolean).join(' · '));
  $('#rule-changes').hidden = changes.length < 2;
  $('#rule-changes ol').replaceChildren(...changes.slice(1).map(change => h('li', {},
    h('span', { className: 'meta' }, `${moment(change.at)} ${change.rule ? `v${change.rule.version}` : 'removed'}${by(change)}`),
    change.rule ? h('code', {}, change.rule.query) : null)));
}

const by = change => `${change.author ? ` by ${change.author}` : ''}${change.comment ? `: ${change.comment}` : ''}`;

/** The ids that a parent can have; there are hundreds, so they are asked for once a rule is opened. */
async function knowParents() {
  const found = await ask('v1/rules?order=name&limit=5000').catch(() => ({}));
  $('#rule-ids').replaceChildren(...(found.rules ?? []).map(rule => h('option', { value: rule.ruleId }, rule.tag)));
}

function fill(rule) {
  allRight(form);
  FIELDS.forEach(name => { field(name).value = rule[name] ?? ''; });
  field('comment').value = '';
}

function typed() {
  const rule = { author: field('author').value, comment: field('comment').value, basedOn: shown?.rule.version ?? 0 };
  FIELDS.forEach(name => { rule[name] = field(name).value.trim() || null; });
  rule.mentions = rule.mentions === null ? null : Number(rule.mentions);
  return rule;
}

/** Says what is wrong with the query, and shows where; whether it can be run. */
async function check() {
  allRight(form);
  if (field('query').value.trim() === '') {
    wrongAt(form, 'query', 'A query is missing.');
    return false;
  }
  const asked = field('query').value;
  const { valid, wrong } = await ask('v1/rules/check', typed());
  if (asked !== field('query').value) {
    return check();
  }
  if (!valid) {
    wrongAt(form, wrong.field, wrong.why, ...(wrong.column === undefined ? [] : [' ', place(field('query').value.trim(), wrong.column)]));
  }
  return valid;
}

/** The query around a column, which counts from 1. */
function place(query, column) {
  const at = Math.min(column - 1, query.length);
  return h('code', {}, query.slice(Math.max(0, at - 30), at), h('mark', {}, query.slice(at, at + 1) || '⏎'), query.slice(at + 1, at + 30));
}

form.addEventListener('input', event => {
  clearTimeout(typing);
  if (['query', 'mentions', 'ruleId'].includes(event.target.name)) {
    staleTrial();
  }
  if (event.target.name === 'query' && field('query').value.trim() !== '') {
    typing = setTimeout(() => check().catch(() => {}), PAUSE);
  }
});

// Enter tries the rule: nothing is put in force by a key that was pressed too soon.
form.addEventListener('submit', async event => {
  event.preventDefault();
  clearTimeout(typing);
  try {
    if (await check()) {
      await tryRule(typed());
    } else {
      form.querySelector('[aria-invalid]').focus();
    }
  } catch (error) {
    refused(form, said, error);
  }
});

$('#rule-put').addEventListener('click', async () => {
  clearTimeout(typing);
  say(said, 'writing …');
  try {
    if (!await check()) {
      say(said, 'Nothing was changed.');
      form.querySelector('[aria-invalid]').focus();
      return;
    }
    const rule = await ask('v1/rules', typed());
    say(said, `v${rule.version} is in force: articles that come from now on are tagged by it.`);
    say($('#rule-title'), `Rule ${rule.ruleId} v${rule.version}`);
    done(`in force: ${rule.ruleId} v${rule.version}`);
    shown = { rule };
    field('ruleId').readOnly = true;
    $('#rule-remove').hidden = false;
  } catch (error) {
    refused(form, said, error);
  }
});

const orphans = () => shown?.narrower?.length > 0 ? ` ${many(shown.narrower.length, 'narrower rule')} will bring no broader tag.` : '';

twice($('#rule-remove'), said, () => `Articles that come from now on don't get this tag; those that have it keep it.${orphans()}`, async () => {
  allRight(form);
  try {
    await ask(`v1/rules/${encodeURIComponent(shown.rule.ruleId)}/remove`, typed());
    dialog.close();
    done(`removed: ${shown.rule.ruleId}`);
  } catch (error) {
    refused(form, said, error);
  }
});

dialog.addEventListener('close', forgetTrial);
