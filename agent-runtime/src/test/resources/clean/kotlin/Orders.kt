package shop.orders

import java.io.File
import java.security.MessageDigest
import java.security.SecureRandom
import java.util.Base64
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import org.slf4j.LoggerFactory
import org.springframework.jdbc.core.simple.JdbcClient

private val log = LoggerFactory.getLogger("orders")

data class Order(val id: Long, val customer: String, val total: Long)

sealed interface Outcome {
    data class Stored(val id: Long) : Outcome

    data class Refused(val reason: String) : Outcome
}

class Orders(private val jdbc: JdbcClient, private val scope: CoroutineScope) {
    private val random = SecureRandom()
    private val gate = Mutex()
    private val known = mutableMapOf<String, Long>()

    fun find(id: Long): Order? =
        jdbc.sql("SELECT id, customer, total FROM orders WHERE id = :id")
            .param("id", id)
            .query(Order::class.java)
            .optional()
            .orElse(null)

    suspend fun take(customer: String, total: Long): Outcome {
        if (total <= 0) {
            return Outcome.Refused("an order costs something")
        }
        val id = withContext(Dispatchers.IO) {
            jdbc.sql("INSERT INTO orders (customer, total) VALUES (:customer, :total) RETURNING id")
                .param("customer", customer)
                .param("total", total)
                .query(Long::class.java)
                .single()
        }
        scope.launch { remember(customer, id) }
        log.info("order {} stored", id)
        return Outcome.Stored(id)
    }

    private suspend fun remember(customer: String, id: Long) = gate.withLock { known[customer] = id }

    suspend fun totals(customers: List<String>): Map<String, Long> = coroutineScope {
        customers.map { name -> async { name to total(name) } }.awaitAll().toMap()
    }

    private suspend fun total(customer: String): Long =
        try {
            withTimeout(5_000) { load(customer) }
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (broken: java.io.IOException) {
            log.warn("total of {} not loaded", customer, broken)
            0
        }

    private suspend fun load(customer: String): Long = withContext(Dispatchers.IO) { customer.length.toLong() }

    fun lines(file: File): Flow<String> = flow {
        file.bufferedReader().use { reader ->
            reader.lineSequence().filter { it.isNotBlank() }.forEach { emit(it.trim()) }
        }
    }

    fun token(): String {
        val bytes = ByteArray(32)
        random.nextBytes(bytes)
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
    }

    fun digest(content: ByteArray): ByteArray = MessageDigest.getInstance("SHA-256").digest(content)

    fun largest(orders: List<Order>): Order? {
        var best: Order? = null
        for (i in orders.indices) {
            if (best == null || orders[i].total > best.total) {
                best = orders[i]
            }
        }
        return best
    }
}
