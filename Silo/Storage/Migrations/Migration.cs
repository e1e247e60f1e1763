using System.Security.Cryptography;
using System.Text;

namespace OrleansGameState.Silo.Storage.Migrations;

/// <summary>One numbered change of the database. Once released it is never edited: a database remembers what it was.</summary>
/// <param name="Number">Its place in the order.</param>
/// <param name="Name">What its file is called, without number and ending.</param>
/// <param name="Sql">Its statements; they run in one transaction.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statements, in lower-case hex; line ends count as LF, whatever a checkout made of them.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}
