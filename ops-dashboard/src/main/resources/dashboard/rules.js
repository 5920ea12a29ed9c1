// The rules in force with their hits; each can be opened, tried and changed.
import { $, count, h, keyed, many, moment, say } from './dom.js';
import { ask } from './ask.js';
import { openRule } from './rule.js';

const EVERY = 5000;
const FEW = 15;
let askedAt = -EVERY;
let counted = -1;
let limit = FEW;

export function showRules(view) {
  if (view.rules !== counted || performance.now() - askedAt > EVERY) {
    counted = view.rules;
    list();
  }
}

async function list() {
  askedAt = performance.now();
  const query = new URLSearchParams({ q: $('#find-rules').value.trim(), order: $('#order-rules').value, limit });
  const found = await ask(`v1/rules?${query}`).catch(() => null);
  if (found === null || query.get('q') !== $('#find-rules').value.trim()) {
    return;
  }
  const shown = found.rules ?? [];
  const all = query.get('q') === '' ? many(found.count, 'rule') : `${count(found.matching)} of ${many(found.count, 'rule')}`;
  say($('#rule-count'), `${all}, ${count(found.hit)} with hits within the day`);
  keyed($('#rules').tBodies[0], shown, rule => rule.ruleId, ruleRow, (row, rule) => {
    const [name, hour, day] = row.children;
    say(name.children[0], rule.tag);
    say(name.children[1], `${rule.ruleId} v${rule.version}`);
    say(name.children[2], $('#order-rules').value === 'changed' ? `changed ${moment(rule.changedAt)}${rule.author ? ` by ${rule.author}` : ''}${rule.comment ? `: ${rule.comment}` : ''}` : '');
    row.title = rule.query;
    say(hour, count(rule.hour));
    say(day, count(rule.day));
  });
  $('#more-rules').hidden = shown.length >= found.matching;
  say($('#more-rules'), `show all ${count(found.matching)}`);
}

function ruleRow(rule) {
  const tag = h('button', { type: 'button', className: 'link' });
  tag.addEventListener('click', () => openRule(rule.ruleId, changed));
  return h('tr', {}, h('td', {}, tag, ' ', h('span', { className: 'meta' }), h('div', { className: 'meta' })), h('td', { className: 'n' }), h('td', { className: 'n' }));
}

function changed(said) {
  say($('#rules-said'), said);
  list();
}

$('#find-rules').addEventListener('input', list);
$('#order-rules').addEventListener('change', list);
$('#new-rule').addEventListener('click', () => openRule(null, changed));
$('#more-rules').addEventListener('click', () => {
  limit = 5000;
  list();
});
