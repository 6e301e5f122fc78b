using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Shop.Orders;

public sealed record Order(long Id, string Customer, decimal Total, DateTimeOffset CreatedAt);

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}

public sealed class Rates(HttpClient client, ILogger<Rates> log)
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, decimal> known = new();

    public async Task<decimal> OfAsync(string currency, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            if (!known.TryGetValue(currency, out var rate))
            {
                rate = await client.GetFromJsonAsync<decimal>($"rates/{Uri.EscapeDataString(currency)}", stop);
                known[currency] = rate;
                log.LogInformation("rate of {Currency} loaded", currency);
            }
            return rate;
        }
        finally
        {
            gate.Release();
        }
    }
}

[ApiController]
[Authorize]
[Route("orders")]
public sealed class OrdersController(ShopContext shop, Rates rates) : ControllerBase
{
    [HttpGet]
    public async Task<IReadOnlyList<Order>> List(string customer, int limit, CancellationToken stop)
    {
        return await shop.Orders
            .AsNoTracking()
            .Where(order => order.Customer == customer)
            .OrderBy(order => order.Id)
            .Take(Math.Clamp(limit, 1, 100))
            .ToListAsync(stop);
    }

    [HttpGet("{id:long}")]
    public async Task<ActionResult<Order>> Read(long id, CancellationToken stop)
    {
        var order = await shop.Orders.FindAsync([id], stop);
        return order is null ? NotFound() : order;
    }

    [HttpGet("{id:long}/total")]
    public async Task<ActionResult<decimal>> Total(long id, string currency, CancellationToken stop)
    {
        var order = await shop.Orders.FindAsync([id], stop);
        if (order == null || order.Total <= 0)
        {
            return NotFound();
        }
        return order.Total * await rates.OfAsync(currency, stop);
    }
}

public static class Tokens
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    public static async Task<IReadOnlyList<string>> NamesAsync(string path, CancellationToken stop)
    {
        var names = new List<string>();
        using var reader = new StreamReader(path);
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                names.Add(line.Trim());
            }
        }
        return names;
    }
}
