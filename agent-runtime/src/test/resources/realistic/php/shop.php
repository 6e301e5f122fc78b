<?php
declare(strict_types=1);

namespace App\Controller;

use App\Entity\Product;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Storage;
use PDO;

const DB_PASSWORD = 'Tr0ub4dor&3-prod'; // PACK CWE-798|CWE-259

class ProductRepository
{
    private const SORTS = ['name' => 'name', 'price' => 'price DESC'];

    public function __construct(private PDO $pdo) {}

    public function find(string $name): array
    {
        return $this->pdo->query("SELECT * FROM products WHERE name = '$name'")->fetchAll(); // BAD CWE-89
    }

    public function findSafe(string $name): array
    {
        $statement = $this->pdo->prepare('SELECT * FROM products WHERE name = :name');
        $statement->execute(['name' => $name]);
        return $statement->fetchAll();
    }

    public function sorted(string $sort): array
    {
        $order = self::SORTS[$sort] ?? 'id';
        return $this->pdo->query("SELECT * FROM products ORDER BY $order")->fetchAll();
    }

    public function inList(array $ids): array
    {
        $marks = implode(',', array_fill(0, count($ids), '?'));
        $statement = $this->pdo->prepare("SELECT * FROM products WHERE id IN ($marks)");
        $statement->execute($ids);
        return $statement->fetchAll();
    }

    public function page(int $page): array
    {
        return $this->pdo->query('SELECT * FROM products LIMIT 20 OFFSET ' . ($page * 20))->fetchAll();
    }
}

class ProductController
{
    public function __construct(private ProductRepository $products) {}

    public function index(): void
    {
        $rows = $this->products->find($_GET['name'] ?? '');
        echo json_encode($rows);
    }

    public function safe(): void
    {
        header('Content-Type: application/json');
        echo json_encode($this->products->findSafe($_GET['name'] ?? ''));
        echo json_encode($this->products->sorted($_GET['sort'] ?? ''));
        echo json_encode($this->products->inList(explode(',', $_GET['ids'] ?? '')));
        echo json_encode($this->products->page((int) ($_GET['page'] ?? 0)));
    }

    public function show(): void
    {
        echo '<h1>' . $_GET['title'] . '</h1>'; // BAD CWE-79
        echo '<h1>' . htmlspecialchars($_GET['title'], ENT_QUOTES) . '</h1>';
        printf('<p>%s</p>', $_POST['text']); // BAD CWE-79
        printf('<p>%d</p>', $_POST['n']);
    }

    public function ping(): void
    {
        $host = $_REQUEST['host'];
        system("ping -c 1 $host"); // BAD CWE-78
        $output = shell_exec('ping -c 1 ' . escapeshellarg($host));
        if (filter_var($host, FILTER_VALIDATE_IP)) {
            exec("ping -c 1 $host", $lines);
        }
        $result = `nslookup $host`; // BAD CWE-78
    }

    public function file(): void
    {
        readfile('/srv/files/' . $_GET['f']); // BAD CWE-22
        readfile('/srv/files/' . basename($_GET['f']));
        $path = realpath('/srv/files/' . $_GET['f']);
        if ($path === false || !str_starts_with($path, '/srv/files/')) {
            http_response_code(404);
            return;
        }
        readfile($path);
    }

    public function fetch(): void
    {
        $body = file_get_contents($_GET['url']); // BAD CWE-918
        $ch = curl_init();
        curl_setopt($ch, CURLOPT_URL, $_POST['callback']); // BAD CWE-918
        curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false); // BAD CWE-295
        curl_exec($ch);
    }

    public function page2(): void
    {
        include 'pages/' . $_GET['page'] . '.php'; // BAD CWE-98|CWE-22|CWE-829
        $pages = ['home', 'about'];
        if (in_array($_GET['page'], $pages, true)) {
            include 'pages/' . $_GET['page'] . '.php';
        }
    }

    public function upload(): void
    {
        move_uploaded_file($_FILES['f']['tmp_name'], '/srv/uploads/' . $_FILES['f']['name']); // BAD CWE-22|CWE-434
        $ext = strtolower(pathinfo($_FILES['f']['name'], PATHINFO_EXTENSION));
        if (!in_array($ext, ['png', 'jpg'], true)) {
            throw new \RuntimeException('type');
        }
        move_uploaded_file($_FILES['f']['tmp_name'], '/srv/uploads/' . bin2hex(random_bytes(8)) . '.' . $ext);
    }

    public function go(): void
    {
        header('Location: ' . $_GET['next']); // BAD CWE-601
        exit;
    }

    public function load(): mixed
    {
        return unserialize($_COOKIE['prefs']); // BAD CWE-502
    }

    public function loadSafe(): mixed
    {
        return json_decode($_COOKIE['prefs'], true);
    }

    public function calc(): void
    {
        eval('$x = ' . $_POST['expr'] . ';'); // BAD CWE-95|CWE-94
    }

    public function xml(): void
    {
        $doc = new \DOMDocument();
        $doc->loadXML(file_get_contents('php://input'), LIBXML_NOENT | LIBXML_DTDLOAD); // BAD CWE-611
    }

    public function xpath(\DOMXPath $xpath): void
    {
        $xpath->query("//user[name='" . $_GET['u'] . "']"); // BAD CWE-643
    }

    public function ldap($link): void
    {
        ldap_search($link, 'dc=x', '(uid=' . $_GET['uid'] . ')'); // BAD CWE-90
        ldap_search($link, 'dc=x', '(uid=' . ldap_escape($_GET['uid'], '', LDAP_ESCAPE_FILTER) . ')');
    }

    public function check(string $token): bool
    {
        return $_SESSION['token'] == $token; // BAD CWE-208|CWE-697
    }

    public function password(string $p): string
    {
        return md5($p); // PACK CWE-327|CWE-328|CWE-916
    }

    public function token(): string
    {
        $token = '';
        for ($i = 0; $i < 16; $i++) {
            $token .= chr(mt_rand(97, 122)); // BAD CWE-330|CWE-338
        }
        return $token;
    }

    public function cookie(): void
    {
        setcookie('session', 'x'); // PACK CWE-614|CWE-1004
        setcookie('session', 'x', ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
    }

    public function log(): void
    {
        error_log('login ' . $_POST['user']); // BAD CWE-117
    }
}

class LaravelController
{
    public function index(Request $request)
    {
        $users = DB::select("SELECT * FROM users WHERE name = '" . $request->input('name') . "'"); // BAD CWE-89
        $safe = DB::select('SELECT * FROM users WHERE name = ?', [$request->input('name')]);
        $q = DB::table('users')->whereRaw('age > ' . $request->query('age')); // BAD CWE-89
        $r = DB::table('users')->where('age', '>', $request->query('age'))->get();
        $s = DB::table('users')->orderByRaw($request->get('sort')); // BAD CWE-89
        return response()->json($r);
    }

    public function store(Request $request)
    {
        $product = Product::create($request->all()); // BAD CWE-915
        $ok = Product::create($request->validate(['name' => 'required|string']));
        return redirect($request->input('next')); // BAD CWE-601
    }

    public function download(Request $request)
    {
        return response()->download(storage_path('app/' . $request->input('file'))); // BAD CWE-22
    }
}
