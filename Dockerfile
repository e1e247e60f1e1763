# syntax=docker/dockerfile:1
# The three programs of a cluster, one target each: silo, gateway, ingestors. They are built from the real packages.
#   docker build --target silo -t gamestate-silo:1.0.0 .
# Tags name the release line, whose patches are wanted; to pin one, give a digest: --build-arg RUNTIME=...@sha256:...
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0-noble
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

FROM ${SDK} AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    DOTNET_NOLOGO=1
WORKDIR /src

# For what the pages take from npm. Without it they are built all the same and do without.
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*

# Packages change seldom: what names them comes first, so that this layer is kept while only sources change.
COPY Directory.Build.props Directory.Build.targets Directory.Packages.props global.json ./
COPY Gateway/Gateway.csproj Gateway/
COPY Grains/Grains.csproj Grains/
COPY Grains.Interfaces/Grains.Interfaces.csproj Grains.Interfaces/
COPY Hosting/Hosting.csproj Hosting/
COPY Ingestors/Ingestors.csproj Ingestors/
COPY Silo/Silo.csproj Silo/
RUN dotnet restore Silo/Silo.csproj -p:Packages=nuget

COPY . .
# The silo knows all the others, which are built on the way.
RUN dotnet publish Silo/Silo.csproj -c Release --no-restore -p:Packages=nuget -p:UseAppHost=false -o /out/silo \
    && dotnet publish Gateway/Gateway.csproj -c Release --no-restore -p:Packages=nuget -p:UseAppHost=false -o /out/gateway \
    && dotnet publish Ingestors/Ingestors.csproj -c Release --no-restore -p:Packages=nuget -p:UseAppHost=false -o /out/ingestors \
    && mkdir /out/data

# Neither a shell nor a package manager, and no root. Nothing is written but /data and /tmp: the rest may be read-only.
FROM ${RUNTIME} AS runtime
LABEL org.opencontainers.image.title="OrleansGameState" \
      org.opencontainers.image.description="A server that keeps the state of games as actors" \
      org.opencontainers.image.licenses="MIT"
# Diagnostics would want a socket in /tmp, and let whoever reaches it read the process.
ENV DOTNET_EnableDiagnostics=0 \
    Cluster__Address=auto \
    Cluster__Clustering=postgres
WORKDIR /app
COPY --from=build /src/LICENSE ./
# A named volume takes its owner from here.
COPY --from=build --chown=1654:1654 /out/data /data
USER 1654:1654
STOPSIGNAL SIGTERM

FROM runtime AS silo
ENV Roles=silo \
    Kestrel__Endpoints__Http__Url=http://0.0.0.0:8090
COPY --from=build /out/silo ./
# Health and metrics; between silos; from clients to silos.
EXPOSE 8090 11111 30000
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["dotnet", "OrleansGameState.Silo.dll", "health"]
ENTRYPOINT ["dotnet", "OrleansGameState.Silo.dll"]

FROM runtime AS gateway
ENV Kestrel__Endpoints__Http__Url=http://0.0.0.0:8080 \
    Kestrel__Endpoints__Grpc__Url=http://0.0.0.0:8081 \
    Gateway__StarSystems__PublishEndpoint=tcp://0.0.0.0:5551 \
    Gateway__DataDirectory=/data
COPY --from=build /out/gateway ./
# HTTP with the page, SSE and WebSocket; gRPC without TLS; the tick feed over ZeroMQ.
EXPOSE 8080 8081 5551
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "OrleansGameState.Gateway.dll", "health"]
ENTRYPOINT ["dotnet", "OrleansGameState.Gateway.dll"]

FROM runtime AS ingestors
ENV Kestrel__Endpoints__Http__Url=http://0.0.0.0:8091 \
    Ingestors__DataDirectory=/data
COPY --from=build /out/ingestors ./
# Health and metrics.
EXPOSE 8091
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "OrleansGameState.Ingestors.dll", "health"]
ENTRYPOINT ["dotnet", "OrleansGameState.Ingestors.dll"]
