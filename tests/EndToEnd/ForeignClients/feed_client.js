// Subscribes to the tick feed as its clients do and prints every message as {"topic":..,"message":..}.
//   node feed_client.js <address> <topic> ...
"use strict";
const zlib = require("zlib");
const zmq = require("zeromq");

(async () => {
  const [address, ...topics] = process.argv.slice(2);
  const feed = new zmq.Subscriber();
  feed.connect(address);
  topics.forEach((topic) => feed.subscribe(topic));
  for await (const [topic, payload] of feed) {
    const message = JSON.parse(zlib.inflateSync(payload).toString("utf8"));
    process.stdout.write(JSON.stringify({ topic: topic.toString("utf8"), message }) + "\n");
  }
})();
