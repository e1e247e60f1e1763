"""Subscribes to the tick feed as its clients do and prints every message as {"topic":..,"message":..}.

feed_client.py <address> <topic> ...
"""

import json
import sys
import zlib

import zmq

feed = zmq.Context().socket(zmq.SUB)
feed.connect(sys.argv[1])
for topic in sys.argv[2:]:
    feed.setsockopt_string(zmq.SUBSCRIBE, topic)
while True:
    topic, payload = feed.recv_multipart()
    message = json.loads(zlib.decompress(payload))
    print(json.dumps({"topic": topic.decode("utf-8"), "message": message}), flush=True)
