package shop.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Takes, finds and exports orders. */
public class OrderService {
    private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);
    private static final Pattern REFERENCE = Pattern.compile("(?<year>\\d{4})-(?<number>\\d{1,9})");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 12;

    private final JdbcClient jdbc;
    private final HttpClient http;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Lock lock = new ReentrantLock();
    private final Map<String, BigDecimal> rates = new HashMap<>();

    public OrderService(JdbcClient jdbc, Clock clock) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** An order as stored. */
    public record Order(long id, String customer, BigDecimal total, Instant createdAt) {}

    public Optional<Order> find(long id) {
        return jdbc.sql("SELECT id, customer, total, created_at FROM orders WHERE id = :id")
                .param("id", id)
                .query(Order.class)
                .optional();
    }

    @Transactional
    public long take(String customer, List<BigDecimal> prices) {
        BigDecimal total = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(BigDecimal.ZERO) <= 0) {
            throw new IllegalArgumentException("an order costs something");
        }
        long id = jdbc.sql(
                        "INSERT INTO orders (customer, total, created_at) VALUES (:customer, :total, :at) RETURNING id")
                .param("customer", customer)
                .param("total", total)
                .param("at", clock.instant())
                .query(Long.class)
                .single();
        LOG.info("order {} stored", id);
        return id;
    }

    public Optional<Long> number(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group("number"))) : Optional.empty();
    }

    public List<String> customers(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    names.add(line.strip());
                }
            }
        }
        return names;
    }

    public String page(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode());
        }
        return response.body();
    }

    public List<String> pages(List<URI> addresses) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> tasks = new ArrayList<>();
            for (URI address : addresses) {
                tasks.add(threads.submit(() -> page(address)));
            }
            List<String> pages = new ArrayList<>();
            for (Future<String> task : tasks) {
                pages.add(task.resultNow());
            }
            return pages;
        }
    }

    public void rate(String currency, BigDecimal rate) {
        lock.lock();
        try {
            rates.merge(currency, rate, (before, now) -> now);
        } finally {
            lock.unlock();
        }
    }

    public byte[] sealed(byte[] text, SecretKey key) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
        byte[] secret = cipher.doFinal(text);
        byte[] whole = new byte[nonce.length + secret.length];
        System.arraycopy(nonce, 0, whole, 0, nonce.length);
        System.arraycopy(secret, 0, whole, nonce.length, secret.length);
        return whole;
    }

    public String digest(byte[] content) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
