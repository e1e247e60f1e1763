// Calls one gRPC method and prints every answer as a line of JSON, a refusal as {"refused":{"code":..,"message":..}}.
//   node grpc_client.js <folder of protos> <address> <package.Service/Method> <request as JSON>
"use strict";
const path = require("node:path");
const fs = require("node:fs");
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const [folder, address, target, request] = process.argv.slice(2);
const [serviceName, methodName] = target.split("/");

const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".proto"));
const definition = loader.loadSync(files.map((name) => path.join(folder, name)), {
  includeDirs: [folder],
  longs: String,
  enums: String,
  defaults: true,
  oneofs: true,
});
const service = serviceName.split(".").reduce((scope, name) => scope[name], grpc.loadPackageDefinition(definition));
const client = new service(address, grpc.credentials.createInsecure());
const method = Object.entries(service.service).find(([name]) => name === methodName)[1];

const print = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const refuse = (error) => {
  print({ refused: { code: grpc.status[error.code], message: error.details } });
  client.close();
};

if (method.responseStream) {
  const stream = client[methodName](JSON.parse(request));
  stream.on("data", print);
  stream.on("error", refuse);
  stream.on("end", () => client.close());
} else {
  client[methodName](JSON.parse(request), { deadline: Date.now() + 30_000 }, (error, answer) => {
    if (error) {
      refuse(error);
      return;
    }

    print(answer);
    client.close();
  });
}
