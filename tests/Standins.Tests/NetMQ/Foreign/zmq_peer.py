"""A PUB or SUB of libzmq: zmq_peer.py pub|sub bind|connect ADDRESS

Commands are lines of JSON on standard input: {"subscribe": "a"}, {"unsubscribe": "a"}, {"send": ["frame", ...]}.
Each command done and each message received is a line of JSON on standard output. Bytes are Latin-1 letters.
"""
import json
import sys
import threading

import zmq


def tell(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main():
    role, how, address = sys.argv[1:]
    context = zmq.Context()
    socket = context.socket(zmq.PUB if role == "pub" else zmq.SUB)
    socket.linger = 0
    socket.setsockopt(zmq.RECONNECT_IVL, 20)
    if how == "bind":
        socket.bind(address)
    else:
        socket.connect(address)
    tell({"ready": socket.getsockopt(zmq.LAST_ENDPOINT).decode().rstrip("\0")})

    # A socket belongs to one thread: what standard input says reaches it through another socket.
    commands = context.socket(zmq.PULL)
    commands.bind("inproc://commands")
    threading.Thread(target=listen, args=(context,), daemon=True).start()
    poller = zmq.Poller()
    poller.register(commands, zmq.POLLIN)
    if role == "sub":
        poller.register(socket, zmq.POLLIN)
    while True:
        for ready, _ in poller.poll():
            if ready is socket:
                tell({"received": [frame.decode("latin-1") for frame in socket.recv_multipart()]})
            elif not obey(socket, commands.recv_json()):
                socket.close()
                return


def listen(context):
    commands = context.socket(zmq.PUSH)
    commands.connect("inproc://commands")
    for line in sys.stdin:
        commands.send_string(line)
    commands.send_json({"end": True})


def obey(socket, command):
    if "subscribe" in command:
        socket.setsockopt(zmq.SUBSCRIBE, command["subscribe"].encode("latin-1"))
    elif "unsubscribe" in command:
        socket.setsockopt(zmq.UNSUBSCRIBE, command["unsubscribe"].encode("latin-1"))
    elif "send" in command:
        socket.send_multipart([frame.encode("latin-1") for frame in command["send"]])
    else:
        return False
    tell({"done": command})
    return True


main()
