using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>The protos of the services that are served.</summary>
internal sealed class Descriptors
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);

    public Descriptors(IReadOnlyList<ServiceDescriptor> services)
    {
        Services = [.. services.Select(service => service.FullName).Order(StringComparer.Ordinal)];
        foreach (var service in services)
        {
            Add(service.File);
        }
    }

    /// <summary>Full names.</summary>
    public IReadOnlyList<string> Services { get; }

    public bool HasMessage(string name) =>
        _symbols.TryGetValue(name, out var file) && file.FindTypeByName<MessageDescriptor>(LocalName(name, file)) is not null;

    /// <summary>The file and all it imports, itself first; null where there is none.</summary>
    public IReadOnlyList<ByteString>? FileByName(string name) => _files.TryGetValue(name, out var file) ? WithImports(file) : null;

    /// <summary>The file that declares a symbol, and all it imports; null where there is none.</summary>
    public IReadOnlyList<ByteString>? FileBySymbol(string symbol) => _symbols.TryGetValue(symbol, out var file) ? WithImports(file) : null;

    private static string LocalName(string name, FileDescriptor file) => name[(file.Package.Length + 1)..];

    private static List<ByteString> WithImports(FileDescriptor file)
    {
        var files = new List<FileDescriptor> { file };
        for (var i = 0; i < files.Count; i++)
        {
            files.AddRange(files[i].Dependencies.Where(import => !files.Contains(import)));
        }

        return files.ConvertAll(found => found.SerializedData);
    }

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var service in file.Services)
        {
            _symbols[service.FullName] = file;
            foreach (var method in service.Methods)
            {
                _symbols[method.FullName] = file;
            }
        }

        foreach (var type in file.EnumTypes)
        {
            _symbols[type.FullName] = file;
        }

        foreach (var message in file.MessageTypes)
        {
            Add(file, message);
        }

        foreach (var import in file.Dependencies)
        {
            Add(import);
        }
    }

    private void Add(FileDescriptor file, MessageDescriptor message)
    {
        _symbols[message.FullName] = file;
        foreach (var type in message.EnumTypes)
        {
            _symbols[type.FullName] = file;
        }

        foreach (var field in message.Fields.InDeclarationOrder())
        {
            _symbols[field.FullName] = file;
        }

        foreach (var nested in message.NestedTypes)
        {
            Add(file, nested);
        }
    }
}
