// Forms: who acts is remembered, a wrong field says why, and what takes something away is asked for twice.
import { h, say } from './dom.js';

const WHO = 'dateline-who';
const ARMED = 5000;

/** Whoever has once said who they are need not say so again in this browser. */
export function rememberWho() {
  const inputs = [...document.querySelectorAll('input[autocomplete=username]')];
  const tell = name => inputs.forEach(input => { input.value = name; });
  tell(localStorage.getItem(WHO) ?? '');
  inputs.forEach(input => input.addEventListener('change', () => {
    localStorage.setItem(WHO, input.value);
    tell(input.value);
  }));
}

/** Says at its field what is wrong; false where the form has no such field. */
export function wrongAt(form, field, ...words) {
  const input = form.elements.namedItem(field ?? '');
  if (input === null) {
    return false;
  }
  const id = `${form.id}-${field}-wrong`;
  document.getElementById(id)?.remove();
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', id);
  input.closest('.field').append(h('p', { id, className: 'wrong' }, ...words));
  return true;
}

/** Says at its field, or else in the form's own line, why an act was refused, and goes there. */
export function refused(form, said, error) {
  if (wrongAt(form, error.field, error.message)) {
    say(said, 'Nothing was changed.');
    form.elements.namedItem(error.field).focus();
  } else {
    say(said, error.message);
  }
}

/** All fields are right again. */
export function allRight(form) {
  form.querySelectorAll('.wrong').forEach(line => line.remove());
  form.querySelectorAll('[aria-invalid]').forEach(input => {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  });
}

/** A button that acts when it is pressed twice; in between it says what it is about to do. */
export function twice(button, said, words, act) {
  let armed = 0;
  const calm = button.textContent;
  const rest = () => {
    armed = 0;
    button.textContent = calm;
    button.classList.remove('armed');
  };
  button.addEventListener('blur', rest);
  button.addEventListener('click', () => {
    if (performance.now() - armed < ARMED && armed > 0) {
      rest();
      act();
      return;
    }
    armed = performance.now();
    button.textContent = 'Yes, remove it';
    button.classList.add('armed');
    say(said, words());
    setTimeout(() => { if (performance.now() - armed >= ARMED) rest(); }, ARMED + 100);
  });
}
