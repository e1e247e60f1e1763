"""Calls one gRPC method and prints every answer as a line of JSON, a refusal as {"refused":{"code":..,"message":..}}.

grpc_client.py protos <descriptor set> <address> <package.Service/Method> <request as JSON>
grpc_client.py <package of the reflection service> <descriptor set> <address> <package.Service/Method> <request as JSON>

The first form reads the protos, as protoc compiled them; the second takes nothing but the reflection service from them
and learns the rest from the server, whose services it prints first.
"""

import json
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory


class Schema:
    """Services and messages, from file descriptors in any order."""

    def __init__(self, files):
        self.pool = descriptor_pool.DescriptorPool()
        self._factory = message_factory.MessageFactory(self.pool)
        waiting, added = {file.name: file for file in files}, set()
        while waiting:
            ready = [file for file in waiting.values() if added.issuperset(file.dependency)]
            if not ready:
                raise LookupError(f"what {sorted(waiting)} depend on is missing")
            for file in ready:
                self.pool.Add(file)
                added.add(file.name)
                del waiting[file.name]

    @staticmethod
    def of_set(path):
        with open(path, "rb") as file:
            return Schema(descriptor_pb2.FileDescriptorSet.FromString(file.read()).file)

    def message(self, descriptor):
        if hasattr(message_factory, "GetMessageClass"):
            return message_factory.GetMessageClass(descriptor)
        return self._factory.GetPrototype(descriptor)


def multicallable(channel, schema, target):
    """The callable of a method, what class its request has, and whether it streams answers."""
    service_name, method_name = target.split("/")
    method = schema.pool.FindServiceByName(service_name).methods_by_name[method_name]
    shape = descriptor_pb2.MethodDescriptorProto()
    method.CopyToProto(shape)
    kinds = {
        (False, False): channel.unary_unary,
        (False, True): channel.unary_stream,
        (True, True): channel.stream_stream,
    }
    invoke = kinds[shape.client_streaming, shape.server_streaming](
        f"/{target}",
        request_serializer=lambda message: message.SerializeToString(),
        response_deserializer=schema.message(method.output_type).FromString)
    return invoke, schema.message(method.input_type), shape.server_streaming


def call(channel, schema, target, request_json):
    invoke, request_class, streams = multicallable(channel, schema, target)
    request = json_format.Parse(request_json, request_class())
    try:
        for message in invoke(request) if streams else [invoke(request, timeout=30)]:
            print(json.dumps(json_format.MessageToDict(message, including_default_value_fields=True)), flush=True)
    except grpc.RpcError as error:
        print(json.dumps({"refused": {"code": error.code().name, "message": error.details()}}), flush=True)


def learned(channel, package, schema, service_name):
    """The schema as the server itself tells it."""
    invoke, request_class, _ = multicallable(channel, schema, f"{package}.ServerReflection/ServerReflectionInfo")

    def ask(**question):
        return next(invoke(iter([request_class(**question)]), timeout=30))

    services = ask(list_services="").list_services_response.service
    print(json.dumps(sorted(service.name for service in services)), flush=True)
    files, questions = {}, [{"file_containing_symbol": service_name}]
    while questions:
        answer = ask(**questions.pop())
        for content in answer.file_descriptor_response.file_descriptor_proto:
            file = descriptor_pb2.FileDescriptorProto.FromString(content)
            files[file.name] = file
        missing = {name for file in files.values() for name in file.dependency} - files.keys()
        questions = [{"file_by_filename": name} for name in missing]
    return Schema(files.values())


source, descriptor_set, address, target, request_json = sys.argv[1:]
with grpc.insecure_channel(address) as channel:
    schema = Schema.of_set(descriptor_set)
    if source != "protos":
        schema = learned(channel, source, schema, target.split("/")[0])
    call(channel, schema, target, request_json)
