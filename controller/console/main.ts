/** Starts the console's page. */
import './app/console-app.ts';
import { Desk } from './link/desk.ts';
import { connectLive } from './link/live.ts';

const app = document.createElement('console-app');
app.desk = new Desk({
  fetch: (url, init) => fetch(url, init),
  connect: connectLive,
  clock: () => Date.now(),
});
document.body.append(app);
