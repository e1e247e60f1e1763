// A PUB or SUB of libzmq: node zmq_peer.js pub|sub bind|connect ADDRESS
//
// Commands are lines of JSON on standard input: {"subscribe": "a"}, {"unsubscribe": "a"}, {"send": ["frame", ...]}.
// Each command done and each message received is a line of JSON on standard output. Bytes are Latin-1 letters.
'use strict';

const readline = require('readline');
const zmq = require('zeromq');

const tell = what => process.stdout.write(JSON.stringify(what) + '\n');
const bytes = text => Buffer.from(text, 'latin1');

async function receive(socket) {
  for await (const frames of socket) {
    tell({ received: frames.map(frame => frame.toString('latin1')) });
  }
}

async function obey(socket, command) {
  if ('subscribe' in command) {
    socket.subscribe(bytes(command.subscribe));
  } else if ('unsubscribe' in command) {
    socket.unsubscribe(bytes(command.unsubscribe));
  } else {
    await socket.send(command.send.map(bytes));
  }

  tell({ done: command });
}

async function main([role, how, address]) {
  const options = { linger: 0, reconnectInterval: 20 };
  const socket = role === 'pub' ? new zmq.Publisher(options) : new zmq.Subscriber(options);
  if (how === 'bind') {
    await socket.bind(address);
  } else {
    socket.connect(address);
  }

  tell({ ready: socket.lastEndpoint });
  if (role === 'sub') {
    receive(socket);
  }

  for await (const line of readline.createInterface({ input: process.stdin })) {
    await obey(socket, JSON.parse(line));
  }

  socket.close();
}

main(process.argv.slice(2));
