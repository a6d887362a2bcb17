/**
 * The limit that the controller is measured against: Express and Socket.IO (or, with `ws`, a bare
 * WebSocket server) and nothing else. A parent that forked it sends `{broadcast: text}`, and hears when it went
 * out and when every client of `ws` has answered.
 */
import express from 'express';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

const port = Number(process.argv[2]);
const kind = process.argv[3] ?? 'socket.io';
const folder = process.argv[4];
const app = express();
if (folder !== undefined) app.use(express.static(folder));
app.get('/healthz', (_request, response) => {
  response.json({ status: 'ok' });
});
const server = createServer(app);
const broadcast = kind === 'ws' ? bareWebSocket() : bareSocketIo();
process.on('message', (message: { broadcast: unknown }) => {
  process.send?.({ emittedAt: performance.timeOrigin + performance.now() });
  broadcast(message.broadcast);
});
server.listen(port, '127.0.0.1');

function bareSocketIo(): (payload: unknown) => void {
  const io = new Server(server, { serveClient: false, perMessageDeflate: false });
  io.on('connection', (socket) => {
    socket.on('hello', (_hello: unknown, ack: (reply: unknown) => void) => ack({ ok: true }));
  });
  return (payload) => io.emit('announcement:now', payload);
}

function bareWebSocket(): (payload: unknown) => void {
  const sockets = new WebSocketServer({ server, path: '/bare' });
  let acknowledged = 0;
  sockets.on('connection', (socket) =>
    socket.on('message', () => {
      acknowledged += 1;
      if (acknowledged < sockets.clients.size) return;
      acknowledged = 0;
      process.send?.({ acknowledgedAt: performance.timeOrigin + performance.now() });
    }),
  );
  return (payload) => {
    const text = JSON.stringify(['announcement:now', payload]);
    for (const socket of sockets.clients) socket.send(text);
  };
}
