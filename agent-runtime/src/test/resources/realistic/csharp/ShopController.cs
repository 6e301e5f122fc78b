using System;
using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml;
using Dapper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Shop.Controllers
{
    public record SearchRequest(string Term, string Sort, int Page);

    public interface IProductStore
    {
        Task<IEnumerable<Product>> Find(string name);
    }

    public class Product { public int Id { get; set; } public string Name { get; set; } }

    public class SqlProductStore : IProductStore
    {
        private const string ConnectionString = "Server=db;Database=shop;User Id=sa;Password=Pr0dPassw0rd;"; // PACK CWE-798|CWE-259
        private static readonly Dictionary<string, string> Sorts = new() { ["name"] = "Name", ["price"] = "Price" };

        public async Task<IEnumerable<Product>> Find(string name)
        {
            using var connection = new SqlConnection(Environment.GetEnvironmentVariable("DB"));
            return await connection.QueryAsync<Product>($"SELECT * FROM Products WHERE Name = '{name}'"); // BAD CWE-89
        }

        public async Task<IEnumerable<Product>> FindSafe(string name)
        {
            using var connection = new SqlConnection(Environment.GetEnvironmentVariable("DB"));
            return await connection.QueryAsync<Product>("SELECT * FROM Products WHERE Name = @name", new { name });
        }

        public async Task<IEnumerable<Product>> Sorted(string sort)
        {
            if (!Sorts.TryGetValue(sort, out var column)) column = "Id";
            using var connection = new SqlConnection(Environment.GetEnvironmentVariable("DB"));
            return await connection.QueryAsync<Product>($"SELECT * FROM Products ORDER BY {column}");
        }

        public DataTable Legacy(string name)
        {
            using var connection = new SqlConnection(Environment.GetEnvironmentVariable("DB"));
            var command = new SqlCommand();
            command.Connection = connection;
            command.CommandText = "SELECT * FROM Products WHERE Name = '" + name + "'"; // BAD CWE-89
            var table = new DataTable();
            new SqlDataAdapter(command).Fill(table);
            return table;
        }

        public object LegacySafe(string name)
        {
            using var connection = new SqlConnection(Environment.GetEnvironmentVariable("DB"));
            using var command = new SqlCommand("SELECT * FROM Products WHERE Name = @n", connection);
            command.Parameters.AddWithValue("@n", name);
            return command.ExecuteScalar();
        }
    }

    [ApiController]
    [Route("api/[controller]")]
    public class ShopController : ControllerBase
    {
        private static readonly Regex Host = new(@"^[a-z0-9.-]+$", RegexOptions.Compiled);
        private static readonly HashSet<string> AllowedHosts = new() { "api.example.com" };
        private static readonly HttpClient Client = new();
        private readonly SqlProductStore _store;
        private readonly ShopContext _context;
        private readonly ILogger<ShopController> _logger;
        private readonly string _root = "/srv/files";

        public ShopController(SqlProductStore store, ShopContext context, ILogger<ShopController> logger)
        {
            _store = store;
            _context = context;
            _logger = logger;
        }

        [HttpPost("search")]
        public async Task<IActionResult> Search([FromBody] SearchRequest request) => Ok(await _store.Find(request.Term));

        [HttpPost("search-safe")]
        public async Task<IActionResult> SearchSafe([FromBody] SearchRequest request) => Ok(await _store.FindSafe(request.Term));

        [HttpGet("sorted")]
        public async Task<IActionResult> Sorted([FromQuery] string sort) => Ok(await _store.Sorted(sort));

        [HttpGet("legacy")]
        public IActionResult Legacy(string name) => Ok(_store.Legacy(name));

        [HttpGet("legacy-safe")]
        public IActionResult LegacySafe(string name) => Ok(_store.LegacySafe(name));

        [HttpGet("ef")]
        public IActionResult Ef(string name)
        {
            var bad = _context.Products.FromSqlRaw("SELECT * FROM Products WHERE Name = '" + name + "'").ToList(); // BAD CWE-89
            var good = _context.Products.FromSqlInterpolated($"SELECT * FROM Products WHERE Name = {name}").ToList();
            var linq = _context.Products.Where(p => p.Name == name).ToList();
            return Ok(linq);
        }

        [HttpGet("file")]
        public IActionResult GetFile(string name) => PhysicalFile(Path.Combine(_root, name), "text/plain"); // BAD CWE-22

        [HttpGet("file-safe")]
        public IActionResult GetFileSafe(string name)
        {
            var full = Path.GetFullPath(Path.Combine(_root, name));
            if (!full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return Forbid();
            return PhysicalFile(full, "text/plain");
        }

        [HttpPost("upload")]
        public async Task<IActionResult> Upload(IFormFile file)
        {
            await using var stream = new FileStream(Path.Combine("/srv/uploads", file.FileName), FileMode.Create); // BAD CWE-22
            await file.CopyToAsync(stream);
            return Ok();
        }

        [HttpPost("unzip")]
        public IActionResult Unzip(IFormFile file)
        {
            using var archive = new ZipArchive(file.OpenReadStream());
            foreach (var entry in archive.Entries)
            {
                entry.ExtractToFile(Path.Combine("/srv/data", entry.FullName)); // BAD CWE-22
            }
            return Ok();
        }

        [HttpGet("ping")]
        public IActionResult Ping(string host)
        {
            Process.Start("/bin/sh", $"-c \"ping -c 1 {host}\""); // BAD CWE-78
            return Ok();
        }

        [HttpGet("ping2")]
        public IActionResult Ping2(string host)
        {
            var info = new ProcessStartInfo("cmd.exe") { Arguments = "/c ping " + host }; // BAD CWE-78
            using var process = Process.Start(info);
            return Ok();
        }

        [HttpGet("ping-safe")]
        public IActionResult PingSafe(string host)
        {
            if (!Host.IsMatch(host)) return BadRequest();
            var info = new ProcessStartInfo("ping");
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add("1");
            info.ArgumentList.Add(host);
            using var process = Process.Start(info);
            return Ok();
        }

        [HttpGet("hello")]
        public ContentResult Hello(string name) => Content($"<h1>Hello {name}</h1>", "text/html"); // BAD CWE-79

        [HttpGet("hello-safe")]
        public ContentResult HelloSafe(string name) => Content($"<h1>Hello {WebUtility.HtmlEncode(name)}</h1>", "text/html");

        [HttpGet("hello-text")]
        public ContentResult HelloText(string name) => Content($"Hello {name}", "text/plain");

        [HttpGet("go")]
        public IActionResult Go(string returnUrl) => Redirect(returnUrl); // BAD CWE-601

        [HttpGet("go-safe")]
        public IActionResult GoSafe(string returnUrl)
        {
            if (Url.IsLocalUrl(returnUrl)) return Redirect(returnUrl);
            return LocalRedirect("/");
        }

        [HttpGet("fetch")]
        public async Task<string> Fetch(string url) => await Client.GetStringAsync(url); // BAD CWE-918

        [HttpGet("fetch-safe")]
        public async Task<IActionResult> FetchSafe(string url)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !AllowedHosts.Contains(uri.Host)) return BadRequest();
            return Ok(await Client.GetStringAsync(uri));
        }

        [HttpPost("json")]
        public IActionResult Json([FromBody] string body)
        {
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; // BAD CWE-502
            return Ok(JsonConvert.DeserializeObject(body, settings)); // BAD CWE-502
        }

        [HttpPost("xml")]
        public IActionResult Xml([FromBody] string body)
        {
            var doc = new XmlDocument { XmlResolver = new XmlUrlResolver() };
            doc.LoadXml(body); // BAD CWE-611
            return Ok(doc.DocumentElement.Name);
        }

        [HttpGet("xpath")]
        public IActionResult XPath(string user)
        {
            var doc = new XmlDocument();
            doc.Load("users.xml");
            return Ok(doc.SelectSingleNode("//user[name='" + user + "']")?.InnerText); // BAD CWE-643
        }

        [HttpGet("log")]
        public IActionResult Log(string q)
        {
            _logger.LogInformation("search " + q); // BAD CWE-117
            return Ok();
        }

        [HttpGet("cookie")]
        public IActionResult Cookie()
        {
            Response.Cookies.Append("session", "x", new CookieOptions { HttpOnly = false, Secure = false }); // BAD CWE-614|CWE-1004
            Response.Cookies.Append("session", "x", new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict });
            return Ok();
        }

        public static string Hash(string password)
        {
            using var md5 = MD5.Create(); // BAD CWE-327|CWE-328|CWE-916
            return Convert.ToHexString(md5.ComputeHash(Encoding.UTF8.GetBytes(password)));
        }

        public static string Token()
        {
            var random = new Random();
            var token = new StringBuilder();
            for (var i = 0; i < 16; i++) token.Append((char)random.Next('a', 'z')); // BAD CWE-330|CWE-338
            return token.ToString();
        }

        public static HttpClient Insecure() => new(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (m, c, ch, e) => true, // BAD CWE-295
        });

        public static byte[] Encrypt(byte[] data)
        {
            using var des = DES.Create(); // BAD CWE-327
            return des.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
        }
    }

    public class ShopContext : DbContext { public DbSet<Product> Products { get; set; } }
}
