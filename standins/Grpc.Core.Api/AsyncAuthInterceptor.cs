namespace Grpc.Core;

/// <summary>Adds a call's credentials to its metadata.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
