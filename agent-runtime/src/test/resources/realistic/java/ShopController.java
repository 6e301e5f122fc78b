package com.example.shop;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.*;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.*;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.*;
import java.util.*;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.net.ssl.*;
import javax.script.ScriptEngineManager;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.HtmlUtils;

@RestController
@RequestMapping("/shop")
public class ShopController {
    private static final Logger log = LoggerFactory.getLogger(ShopController.class);
    private static final Path ROOT = Paths.get("/srv/files");
    private static final Set<String> COLUMNS = Set.of("name", "price");
    private static final Map<String, String> ORDER = Map.of("new", "created desc", "cheap", "price asc");
    private static final Pattern HOST = Pattern.compile("^[a-z0-9][a-z0-9.-]{0,200}$");
    private static final String DB_URL =
            "jdbc:mysql://db:3306/shop?user=root&password=Sup3rS3cret"; // PACK CWE-798|CWE-259

    private final ProductService service;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final RestTemplate rest;
    private final HttpClient client = HttpClient.newHttpClient();

    @PersistenceContext
    private EntityManager em;

    public ShopController(
            ProductService service, JdbcTemplate jdbc, NamedParameterJdbcTemplate named, RestTemplate rest) {
        this.service = service;
        this.jdbc = jdbc;
        this.named = named;
        this.rest = rest;
    }

    public record Search(String term, String sort, Integer limit) {}

    enum Direction {
        ASC,
        DESC
    }

    @PostMapping("/search")
    public List<Map<String, Object>> search(@RequestBody Search search) {
        return service.search(search.term(), search.sort());
    }

    @GetMapping("/sorted")
    public List<Map<String, Object>> sorted(
            @RequestParam String by, @RequestParam(defaultValue = "ASC") Direction direction) {
        if (!COLUMNS.contains(by)) {
            throw new IllegalArgumentException("unknown column " + by);
        }
        return jdbc.queryForList("SELECT * FROM products ORDER BY " + by + " " + direction);
    }

    @GetMapping("/ordered")
    public List<Map<String, Object>> ordered(@RequestParam String order, @RequestParam int limit) {
        String clause = ORDER.getOrDefault(order, "id");
        return jdbc.queryForList("SELECT * FROM products ORDER BY " + clause + " LIMIT " + limit);
    }

    @GetMapping("/switch")
    public List<Map<String, Object>> switched(@RequestParam String order) {
        String column = switch (order) {
            case "name" -> "name";
            case "price" -> "price";
            default -> throw new IllegalArgumentException();
        };
        return jdbc.queryForList("SELECT * FROM products ORDER BY " + column);
    }

    @GetMapping("/in")
    public List<Map<String, Object>> in(@RequestParam List<String> ids) {
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(","));
        return jdbc.queryForList("SELECT * FROM products WHERE id IN (" + marks + ")", ids.toArray());
    }

    @GetMapping("/in-bad")
    public List<Map<String, Object>> inBad(@RequestParam List<String> ids) {
        String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        return jdbc.queryForList("SELECT * FROM products WHERE id IN (" + list + ")"); // BAD CWE-89
    }

    @GetMapping("/named")
    public List<Map<String, Object>> named(@RequestParam String name) {
        return named.queryForList("SELECT * FROM products WHERE name = :name", Map.of("name", name));
    }

    @GetMapping("/jpql")
    public List<?> jpql(@RequestParam String name) {
        var query = em.createQuery("from Product where name = '" + name + "'"); // BAD CWE-89
        return query.getResultList();
    }

    @GetMapping("/jpql-safe")
    public List<?> jpqlSafe(@RequestParam String name) {
        return em.createQuery("select p from Product p where p.name = :name")
                .setParameter("name", name)
                .getResultList();
    }

    @GetMapping("/file/{name}")
    public ResponseEntity<Resource> file(@PathVariable String name) {
        return ResponseEntity.ok(new FileSystemResource("/srv/files/" + name)); // BAD CWE-22
    }

    @GetMapping("/file2")
    public byte[] file2(@RequestParam String name) throws IOException {
        Path target = ROOT.resolve(name).normalize();
        if (!target.startsWith(ROOT)) {
            throw new IllegalArgumentException("outside");
        }
        return Files.readAllBytes(target);
    }

    @GetMapping("/file3")
    public byte[] file3(@RequestParam String name) throws IOException {
        return Files.readAllBytes(ROOT.resolve(name)); // BAD CWE-22
    }

    @GetMapping("/file4")
    public String file4(@RequestParam String name) throws IOException {
        File file = new File("/srv/files", name);
        if (!file.getCanonicalPath().startsWith("/srv/files" + File.separator)) {
            throw new IOException("outside");
        }
        try (BufferedReader reader = new BufferedReader(new FileReader(file))) {
            return HtmlUtils.htmlEscape(reader.readLine());
        }
    }

    @PostMapping("/upload")
    public void upload(@RequestParam("file") MultipartFile file) throws IOException {
        file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename())); // BAD CWE-22
    }

    @PostMapping("/upload-safe")
    public String uploadSafe(@RequestParam("file") MultipartFile file) throws IOException {
        String name = UUID.randomUUID() + ".bin";
        file.transferTo(ROOT.resolve(name));
        return name;
    }

    @PostMapping("/unzip")
    public void unzip(@RequestParam MultipartFile file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(file.getInputStream())) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                Path target = ROOT.resolve(entry.getName()); // BAD CWE-22
                Files.copy(zip, target);
            }
        }
    }

    @PostMapping("/unzip-safe")
    public void unzipSafe(@RequestParam MultipartFile file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(file.getInputStream())) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                Path target = ROOT.resolve(entry.getName()).normalize();
                if (!target.startsWith(ROOT)) {
                    throw new IOException("bad entry");
                }
                Files.copy(zip, target);
            }
        }
    }

    @GetMapping("/ping")
    public String ping(@RequestParam String host) throws IOException {
        Process p = new ProcessBuilder("sh", "-c", "ping -c 1 " + host).start(); // BAD CWE-78
        return String.valueOf(p.pid());
    }

    @GetMapping("/ping-list")
    public long pingList(@RequestParam String host) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("/bin/bash");
        command.add("-c");
        command.add("ping -c 1 " + host);
        ProcessBuilder builder = new ProcessBuilder(command); // BAD CWE-78
        return builder.start().pid();
    }

    @GetMapping("/ping-safe")
    public long pingSafe(@RequestParam String host) throws IOException {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("bad host");
        }
        return new ProcessBuilder("ping", "-c", "1", host).start().pid();
    }

    @GetMapping(value = "/hello", produces = MediaType.TEXT_HTML_VALUE)
    public String hello(@RequestParam String name) {
        return "<h1>Hello " + name + "</h1>"; // BAD CWE-79
    }

    @GetMapping(value = "/hello-safe", produces = MediaType.TEXT_HTML_VALUE)
    public String helloSafe(@RequestParam String name) {
        return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";
    }

    @GetMapping("/json")
    public Map<String, String> json(@RequestParam String name) {
        return Map.of("name", name);
    }

    @GetMapping("/json2")
    public ResponseEntity<Search> json2(@RequestParam String name) {
        return ResponseEntity.ok(new Search(name, "x", 1));
    }

    @GetMapping("/obj")
    public Object obj(HttpServletRequest request) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(request.getInputStream())) { // BAD CWE-502
            return in.readObject(); // BAD CWE-502
        }
    }

    @GetMapping("/go")
    public void go(@RequestParam String url, HttpServletResponse response) throws IOException {
        response.sendRedirect(url); // BAD CWE-601
    }

    @GetMapping("/go-safe")
    public void goSafe(@RequestParam String url, HttpServletResponse response) throws IOException {
        if (!url.startsWith("/") || url.startsWith("//")) {
            url = "/";
        }
        response.sendRedirect(url);
    }

    @GetMapping("/fetch")
    public String fetch(@RequestParam String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).GET().build(); // BAD CWE-918
        return HtmlUtils.htmlEscape(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @GetMapping("/fetch2")
    public String fetch2(@RequestParam String url) throws Exception {
        try (InputStream in = new URL(url).openStream()) { // BAD CWE-918
            return HtmlUtils.htmlEscape(new String(in.readAllBytes()));
        }
    }

    @GetMapping("/fetch3/{id}")
    public Search fetch3(@PathVariable long id) {
        return rest.getForObject("https://api.example.com/items/" + id, Search.class);
    }

    @GetMapping("/spel")
    public Object spel(@RequestParam String expr) {
        return new SpelExpressionParser().parseExpression(expr).getValue(); // BAD CWE-94|CWE-95|CWE-917
    }

    @PostMapping("/script")
    public void script(@RequestBody String code) throws Exception {
        new ScriptEngineManager().getEngineByName("js").eval(code); // BAD CWE-94|CWE-95
    }

    @PostMapping("/xml")
    public String xml(@RequestBody String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        var builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(xml.getBytes())).getXmlEncoding(); // BAD CWE-611
    }

    @PostMapping("/xml-safe")
    public String xmlSafe(@RequestBody String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes()))
                .getXmlEncoding();
    }

    @GetMapping("/ldap")
    public void ldap(@RequestParam String user, DirContext context) throws Exception {
        context.search("ou=people", "(uid=" + user + ")", new SearchControls()); // BAD CWE-90
    }

    @GetMapping("/xpath")
    public String xpath(@RequestParam String user, org.w3c.dom.Document doc) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate("//user[@name='" + user + "']/email", doc); // BAD CWE-643
    }

    @GetMapping("/log")
    public void log(@RequestParam String q) {
        log.info("search " + q); // BAD CWE-117
    }

    @GetMapping("/cookie")
    public void cookie(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", UUID.randomUUID().toString());
        cookie.setHttpOnly(false);
        response.addCookie(cookie); // BAD CWE-614|CWE-1004
    }

    @GetMapping("/cookie-safe")
    public void cookieSafe(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", UUID.randomUUID().toString());
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    @GetMapping("/header")
    public void header(@RequestParam String v, HttpServletResponse response) {
        response.setHeader("X-Value", v); // BAD CWE-113
    }

    static String token() {
        Random random = new Random();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            token.append(Integer.toHexString(random.nextInt(16))); // BAD CWE-330
        }
        return token.toString();
    }

    static byte[] hash(String password) throws Exception {
        return MessageDigest.getInstance("SHA-1").digest(password.getBytes()); // BAD CWE-327|CWE-328|CWE-916
    }

    static byte[] encrypt(byte[] data) throws Exception {
        SecretKeySpec key = new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // PACK CWE-321|CWE-798
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding"); // BAD CWE-327
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(data);
    }

    static void trustAll() throws Exception {
        TrustManager[] all = {
            new X509TrustManager() {
                public void checkClientTrusted(java.security.cert.X509Certificate[] c, String a) {} // PACK CWE-295

                public void checkServerTrusted(java.security.cert.X509Certificate[] c, String a) {} // PACK CWE-295

                public java.security.cert.X509Certificate[] getAcceptedIssuers() {
                    return null;
                }
            }
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, all, new SecureRandom());
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // PACK CWE-297|CWE-295
    }

    static String firstLine(String path) throws IOException {
        BufferedReader reader = new BufferedReader(new FileReader(path)); // BAD CWE-772
        return reader.readLine();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://db/app", "app", "Hunter2!prod"); // BAD CWE-798|CWE-259
    }
}

@Service
class ProductService {
    private final ProductRepository repository;

    ProductService(ProductRepository repository) {
        this.repository = repository;
    }

    List<Map<String, Object>> search(String term, String sort) {
        return repository.find(term, sort);
    }
}

interface ProductRepository {
    List<Map<String, Object>> find(String term, String sort);
}

@Repository
class JdbcProductRepository implements ProductRepository {
    private final DataSource dataSource;

    JdbcProductRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Map<String, Object>> find(String term, String sort) {
        StringBuilder sql = new StringBuilder("SELECT * FROM products WHERE name LIKE ?");
        if (sort != null) {
            sql.append(" ORDER BY ").append(sort);
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.toString())) { // BAD CWE-89
            statement.setString(1, "%" + term + "%");
            statement.executeQuery();
            return List.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
