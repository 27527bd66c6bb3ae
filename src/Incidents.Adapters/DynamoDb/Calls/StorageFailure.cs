using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Calls;

/// <summary>Puts a failed call into words: what was tried on which table, what came back, what to do. Never anything of a credential.</summary>
internal static class StorageFailure
{
    /// <summary>Whether an exception says that the store, not the program, has a problem.</summary>
    public static bool IsOfTheStore(Exception failure, CancellationToken cancellation) => failure
        is AmazonServiceException
        or AmazonClientException
        or HttpRequestException
        or IOException
        or TimeoutException
        || (failure is OperationCanceledException && !cancellation.IsCancellationRequested);

    public static StoreUnavailableException Describe(Exception failure, string action, string table)
    {
        var code = failure switch
        {
            TransactionCanceledException { CancellationReasons: { } reasons } when reasons.Find(r => r.Code != "None") is { } reason => reason.Code,
            AmazonServiceException { ErrorCode: { Length: > 0 } given } => given,
            _ => failure.GetType().Name,
        };
        return new StoreUnavailableException($"DynamoDB {action} on table {table} failed: {code}. {Remedy(code, action, table)}", failure);
    }

    private static string Remedy(string code, string action, string table) => code switch
    {
        "AccessDeniedException" => $"Allow dynamodb:{(action == "TransactWriteItems" ? "UpdateItem" : action)} on the table {table} and its indexes to the role this runs as.",
        "ResourceNotFoundException" => $"There is no table or index of that name here: check the table's name and the region, or deploy the stack that makes {table}.",
        "UnrecognizedClientException" or "ExpiredTokenException" or "InvalidSignatureException" or nameof(AmazonClientException) => "Check the credentials this runs with, and that the endpoint can be reached.",
        "ThrottlingException" or "ThrottlingError" or "ProvisionedThroughputExceeded" or "ProvisionedThroughputExceededException" or "RequestLimitExceeded" => "The table is asked for more than it takes at the moment: try again.",
        "ValidationException" or "ValidationError" or "ItemCollectionSizeLimitExceededException" => "The table does not accept this item: a defect of this version.",
        _ => "It was tried again without success: try later.",
    };
}
