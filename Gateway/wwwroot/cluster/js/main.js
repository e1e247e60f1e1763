import { ConnectionPanel } from '../../js/panels/connection.js';
import { setText } from '../../js/dom.js';
import { clockTime, startClock } from '../../js/time.js';
import { Figures } from './figures.js';
import { Grains } from './grains.js';
import { Hues } from './hues.js';
import { Poll } from './poll.js';
import { Silos } from './silos.js';
import { Feeds, Methods, Processes } from './tables.js';
import { Troubles } from './troubles.js';

const byId = id => document.getElementById(id);
const hues = new Hues();
const troubles = new Troubles(byId('troubles'), byId('announcer'));
const parts = [
  new Figures(byId),
  new Silos(byId('silos'), hues),
  new Grains(byId('grains'), byId('hues'), byId('grains-switch'), hues),
  new Methods(byId('methods')),
  new Feeds(byId('feeds')),
  new Processes(byId('processes')),
];
const poll = new Poll('../api/v1/cluster', show, connection => {
  panel.show(connection);
  troubles.connection(connection, poll.last);
});
const panel = new ConnectionPanel(byId('connection'), () => poll.now());

startClock();
poll.start();

function show(view) {
  hues.learn(view.silos);
  for (const part of parts) {
    part.show(view);
  }
  troubles.show(view);
  setText(byId('as-of'), clockTime(view.at));
}
