using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>The Kubernetes manifests, against the images and the programs, and each other.</summary>
public sealed class ManifestTests
{
    private const string Label = "app.kubernetes.io/name";

    private static readonly JsonNode Kustomization = Yaml.File("deploy/base/kustomization.yaml");
    private static readonly JsonNode[] Documents = [.. Yaml.Folder("deploy/base").Where(document => Kind(document) != "Kustomization")];

    public static TheoryData<string> Programs => [.. ImageStage.Programs];

    [Fact]
    public void Kustomization_NamesEveryFileAndNoExample()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Places.Repository, "deploy", "base"), "*.yaml").Select(path => Path.GetFileName(path)).Where(name => name != "kustomization.yaml");

        Assert.Equal(files.Order(StringComparer.Ordinal), Kustomization["resources"]!.AsArray().Select(file => (string)file!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Documents, document => Kind(document) == "Secret");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Deployment_RunsTheImageOfItsTarget(string name)
    {
        var container = Container(name);
        var tags = Kustomization["images"]!.AsArray().ToDictionary(image => (string)image!["name"]!, image => (string)image!["newTag"]!);

        Assert.Equal($"gamestate-{name}:{tags[$"gamestate-{name}"]}", (string?)container["image"]);
        Assert.NotEqual("latest", tags[$"gamestate-{name}"]);
        Assert.Equal(ImageStage.ReadAll()[name].Ports, container["ports"]!.AsArray().Select(port => (string)port!["containerPort"]!));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Deployment_IsConfined(string name)
    {
        var pod = Deployment(name)["spec"]!["template"]!["spec"]!;
        var container = Container(name)["securityContext"]!;

        Assert.Equal("true", (string?)pod["securityContext"]!["runAsNonRoot"]);
        Assert.Equal(ImageStage.ReadAll()["runtime"].All("USER").Single(), $"{pod["securityContext"]!["runAsUser"]}:{pod["securityContext"]!["runAsGroup"]}");
        Assert.Equal("RuntimeDefault", (string?)pod["securityContext"]!["seccompProfile"]!["type"]);
        Assert.Equal("false", (string?)pod["automountServiceAccountToken"]);
        Assert.Equal("false", (string?)container["allowPrivilegeEscalation"]);
        Assert.Equal("true", (string?)container["readOnlyRootFilesystem"]);
        Assert.Equal("ALL", (string?)container["capabilities"]!["drop"]!.AsArray().Single());
        Assert.NotNull(Container(name)["resources"]!["limits"]!["memory"]);
        Assert.NotNull(Container(name)["resources"]!["requests"]!["cpu"]);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Deployment_IsProbedWhereHealthIs(string name)
    {
        var container = Container(name);
        var health = container["ports"]!.AsArray()[0]!["name"]!;

        Assert.Equal(new Uri(ImageStage.ReadAll()[name].Environment["Kestrel__Endpoints__Http__Url"]).Port.ToString(CultureInfo.InvariantCulture), (string?)container["ports"]![0]!["containerPort"]);
        foreach (var (probe, path) in new[] { ("startupProbe", "/healthz"), ("readinessProbe", "/readyz"), ("livenessProbe", "/healthz") })
        {
            Assert.Equal(path, (string?)container[probe]!["httpGet"]!["path"]);
            Assert.Equal((string?)health, (string?)container[probe]!["httpGet"]!["port"]);
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Deployment_HasTimeToStop(string name)
    {
        var grace = int.Parse((string)Deployment(name)["spec"]!["template"]!["spec"]!["terminationGracePeriodSeconds"]!, CultureInfo.InvariantCulture);

        Assert.InRange(grace, Stopping.Seconds(Environment(name).GetValueOrDefault(Stopping.Setting)), 120);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Deployment_SetsNoUnknownSettings(string name) => Assert.Empty(Settings.Unknown(Environment(name).Keys));

    [Fact]
    public void SharedSettings_AreKnown()
    {
        var lines = File.ReadAllLines(Path.Combine(Places.Repository, "deploy", "base", "settings.env")).Where(line => line.Length > 0 && line[0] != '#');

        Assert.Empty(Settings.Unknown(lines.Select(line => line.Split('=')[0])));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Deployment_KeepsOneOfItsPodsThroughADisruption(string name) =>
        Assert.Contains(Documents, document => Kind(document) == "PodDisruptionBudget" && (string?)document["spec"]!["selector"]!["matchLabels"]![Label] == name);

    [Fact]
    public void Selectors_SelectPods()
    {
        var labels = Deployments().Select(deployment => deployment["spec"]!["template"]!["metadata"]!["labels"]!.AsObject()).ToArray();
        var selectors = Documents.SelectMany(Selectors).ToArray();

        Assert.NotEmpty(selectors);
        Assert.All(selectors, selector => Assert.Contains(labels, pod => selector.All(label => (string?)pod[label.Key] == (string?)label.Value)));
    }

    [Fact]
    public void Services_LeadToPortsThatPodsName()
    {
        foreach (var service in Documents.Where(document => Kind(document) == "Service"))
        {
            var named = Container((string)service["spec"]!["selector"]![Label]!)["ports"]!.AsArray().Select(port => (string?)port!["name"]).ToArray();
            Assert.All(service["spec"]!["ports"]!.AsArray(), port => Assert.Contains((string?)port!["targetPort"], named));
        }
    }

    [Fact]
    public void Policies_OpenPortsThatPodsHave()
    {
        string[] served = [.. ImageStage.Programs.SelectMany(program => ImageStage.ReadAll()[program].Ports)];
        var opened = Documents.Where(document => Kind(document) == "NetworkPolicy")
            .SelectMany(policy => policy["spec"]!["ingress"]?.AsArray() ?? [])
            .SelectMany(rule => rule!["ports"]!.AsArray())
            .Select(port => (string)port!["port"]!)
            .ToArray();

        Assert.Empty(opened.Except(served));
        Assert.Empty(served.Except(opened));
    }

    [Fact]
    public void Secret_OfTheExampleHasKnownSettingsAndNothingReal()
    {
        var secret = Yaml.File("deploy/examples/secret.yaml");
        var mounted = Deployment("silo")["spec"]!["template"]!["spec"]!["volumes"]!.AsArray().Single(volume => (string?)volume!["name"] == "secrets")!["secret"]!["secretName"];

        Assert.Equal((string?)secret["metadata"]!["name"], (string?)mounted);
        Assert.Empty(Settings.Unknown(secret["stringData"]!.AsObject().Select(entry => entry.Key)));
        Assert.Contains("Password=REPLACE-ME", (string?)secret["stringData"]!["ConnectionStrings__GameState"], StringComparison.Ordinal);
    }

    private static string? Kind(JsonNode document) => (string?)document["kind"];

    private static IEnumerable<JsonNode> Deployments() => Documents.Where(document => Kind(document) == "Deployment");

    private static JsonNode Deployment(string name) => Deployments().Single(deployment => (string?)deployment["metadata"]!["name"] == name);

    private static JsonNode Container(string name) => Deployment(name)["spec"]!["template"]!["spec"]!["containers"]!.AsArray().Single()!;

    private static Dictionary<string, string?> Environment(string name) =>
        (Container(name)["env"]?.AsArray() ?? []).ToDictionary(entry => (string)entry!["name"]!, entry => (string?)entry!["value"]);

    // Wherever labels are asked for, however deep.
    private static IEnumerable<JsonObject> Selectors(JsonNode? node) => node switch
    {
        JsonObject entry => entry.SelectMany(member => member.Key switch
        {
            "namespaceSelector" => [],
            "matchLabels" => [member.Value!.AsObject()],
            "selector" when member.Value is JsonObject labels && labels["matchLabels"] is null => [labels],
            _ => Selectors(member.Value),
        }),
        JsonArray list => list.SelectMany(Selectors),
        _ => [],
    };
}
