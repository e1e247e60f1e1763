// Sends messages over a WebSocket and prints every answer as a line, the end as {"closed":<code>}.
//   node ws_client.js <address> <message> ...
"use strict";
const WebSocket = require("ws");

const [address, ...messages] = process.argv.slice(2);
const socket = new WebSocket(address);
socket.on("open", () => messages.forEach((message) => socket.send(message)));
socket.on("message", (data) => process.stdout.write(data.toString("utf8") + "\n"));
socket.on("close", (code) => process.stdout.write(JSON.stringify({ closed: code }) + "\n"));
socket.on("error", (error) => process.stderr.write(`${error}\n`));
