import { registerControls } from './controls';
import { element } from './element';
import { connectHost, receive } from './host';
import { answersItself, keyAction } from './player/keys';
import { Player } from './player/player';
import { keptState } from './state';
import { watchTips } from './tips';

const page = document.getElementById('player') ?? element('main', { id: 'player' });
if (!page.isConnected) document.body.append(page);

registerControls();
const host = connectHost();
const player = new Player(page, host);

receive({
  snapshot: (snapshot) => {
    player.open(snapshot);
  },
  problem: ({ text }) => {
    player.reportProblem(text);
  },
  transport: ({ action }) => {
    player.act({ type: action });
  },
  copied: (copied) => {
    player.tellCopied(copied);
  },
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const { target } = event;
  if (target instanceof Element && (target.closest('dialog') || answersItself(target, event.key))) return;
  const action = keyAction(event.key);
  if (!action) return;
  event.preventDefault();
  player.press(action);
});

watchTips(page);
host.post({ type: 'ready', state: keptState(host)?.player });
