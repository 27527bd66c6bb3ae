namespace Amazon.Lambda.Core;

/// <summary>The mobile application that invoked the function; null here, as nothing of ours is invoked by one.</summary>
public interface IClientContext;

/// <summary>The Cognito identity that invoked the function; null here, as nothing of ours is invoked by one.</summary>
public interface ICognitoIdentity;
