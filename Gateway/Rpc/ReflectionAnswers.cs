using Grpc.Core;
using OrleansGameState.Gateway.Rpc.Reflection.V1;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>Answers questions for the server's protos.</summary>
internal static class ReflectionAnswers
{
    public static ServerReflectionResponse Answer(this Descriptors descriptors, ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new() { Service = { descriptors.Services.Select(name => new ServiceResponse { Name = name }) } };
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                Put(response, descriptors.FileByName(request.FileByFilename), request.FileByFilename);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                Put(response, descriptors.FileBySymbol(request.FileContainingSymbol), request.FileContainingSymbol);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType when descriptors.HasMessage(request.AllExtensionNumbersOfType):
                // proto3 has no extensions but those of options, which none of these protos declares.
                response.AllExtensionNumbersResponse = new() { BaseTypeName = request.AllExtensionNumbersOfType };
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                response.ErrorResponse = NotFound(request.AllExtensionNumbersOfType);
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                response.ErrorResponse = NotFound(request.FileContainingExtension.ContainingType);
                break;
            default:
                response.ErrorResponse = new() { ErrorCode = (int)StatusCode.InvalidArgument, ErrorMessage = "message_request is missing." };
                break;
        }

        return response;
    }

    private static void Put(ServerReflectionResponse response, IReadOnlyList<Google.Protobuf.ByteString>? files, string name)
    {
        if (files is null)
        {
            response.ErrorResponse = NotFound(name);
        }
        else
        {
            response.FileDescriptorResponse = new() { FileDescriptorProto = { files } };
        }
    }

    private static ErrorResponse NotFound(string name) => new() { ErrorCode = (int)StatusCode.NotFound, ErrorMessage = $"There is no '{name}'." };
}
