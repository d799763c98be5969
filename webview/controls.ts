import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  type Button,
  type Checkbox,
  type Dropdown,
} from '@vscode/webview-ui-toolkit';

export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** A control whose look may change after it was made. */
export interface ButtonControl {
  readonly element: HTMLElement;
  label(text: string): void;
  icon(icon: SVGElement): void;
  /** A button without use stays where the focus can find it. */
  enable(enabled: boolean): void;
}

export interface DropdownControl {
  readonly element: HTMLElement;
  /** Shows these choices with one of them chosen; keeps the control, and with it the focus. */
  show(label: string, choices: readonly Choice[], chosen: string): void;
}

export interface CheckboxControl {
  readonly element: HTMLElement;
  show(label: string, checked: boolean): void;
}

/** Makes the toolkit's elements known to the page. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption());
}

/** Makes a button that shows an icon, or an icon and its label when `prominent`. */
export function button(icon: SVGElement, press: () => void, prominent = false): ButtonControl {
  const made = document.createElement('vscode-button') as HTMLElement & Pick<Button, 'appearance'>;
  const words = document.createTextNode('');
  let shown = icon;
  made.append(shown);
  made.appearance = prominent ? 'primary' : 'icon';
  if (prominent) {
    shown.setAttribute('slot', 'start');
    made.append(words);
  }
  made.addEventListener('click', press);
  return {
    element: made,
    label: (text) => {
      made.setAttribute('aria-label', text);
      if (prominent) words.data = text;
      else made.dataset.tip = text;
    },
    icon: (next) => {
      shown.replaceWith(next);
      shown = next;
    },
    enable: (enabled) => {
      made.setAttribute('aria-disabled', String(!enabled));
    },
  };
}

export function dropdown(choose: (id: string) => void): DropdownControl {
  const made = document.createElement('vscode-dropdown') as HTMLElement & Pick<Dropdown, 'value'>;
  let offered = '';
  made.addEventListener('change', () => {
    choose(made.value);
  });
  return {
    element: made,
    show: (label, choices, chosen) => {
      made.setAttribute('aria-label', label);
      const offer = JSON.stringify(choices);
      if (offer !== offered) made.replaceChildren(...choices.map((choice) => option(choice, chosen)));
      offered = offer;
      made.value = chosen;
    },
  };
}

function option({ id, title }: Choice, chosen: string): HTMLElement {
  const made = document.createElement('vscode-option');
  made.setAttribute('value', id);
  if (id === chosen) made.setAttribute('selected', '');
  made.textContent = title;
  return made;
}

export function checkbox(change: (checked: boolean) => void): CheckboxControl {
  const made = document.createElement('vscode-checkbox') as HTMLElement & Pick<Checkbox, 'checked'>;
  let shown = made.checked;
  made.addEventListener('change', () => {
    if (made.checked !== shown) change(made.checked);
  });
  return {
    element: made,
    show: (label, checked) => {
      made.textContent = label;
      made.setAttribute('aria-label', label);
      shown = checked;
      made.checked = checked;
    },
  };
}
