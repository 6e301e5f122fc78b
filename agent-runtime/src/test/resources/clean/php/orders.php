<?php

declare(strict_types=1);

namespace Shop;

use PDO;
use Psr\Log\LoggerInterface;

final class Orders
{
    public function __construct(
        private readonly PDO $database,
        private readonly LoggerInterface $log,
        private readonly string $secret,
    ) {
    }

    /** @return list<array<string, mixed>> */
    public function of(int $customer, int $limit): array
    {
        $statement = $this->database->prepare(
            'SELECT id, total FROM orders WHERE customer_id = :customer ORDER BY id LIMIT :limit'
        );
        $statement->bindValue('customer', $customer, PDO::PARAM_INT);
        $statement->bindValue('limit', min(max($limit, 1), 100), PDO::PARAM_INT);
        $statement->execute();
        return $statement->fetchAll(PDO::FETCH_ASSOC);
    }

    public function take(int $customer, array $lines): int
    {
        $this->database->beginTransaction();
        try {
            $insert = $this->database->prepare('INSERT INTO orders (customer_id, total) VALUES (?, ?)');
            $insert->execute([$customer, $this->total($lines)]);
            $id = (int) $this->database->lastInsertId();
            $this->database->commit();
            $this->log->info('order stored', ['id' => $id]);
            return $id;
        } catch (\PDOException $problem) {
            $this->database->rollBack();
            throw $problem;
        }
    }

    private function total(array $lines): int
    {
        $total = 0;
        foreach ($lines as $line) {
            $total += (int) $line['price'] * (int) $line['quantity'];
        }
        return $total;
    }

    public function isGenuine(string $body, string $signature): bool
    {
        return hash_equals(hash_hmac('sha256', $body, $this->secret), $signature);
    }

    public function newToken(): string
    {
        return bin2hex(random_bytes(32));
    }

    public function hash(string $password): string
    {
        return password_hash($password, PASSWORD_DEFAULT);
    }

    /** @return list<string> */
    public function names(string $path): array
    {
        $lines = file($path, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES);
        if ($lines === false) {
            throw new \RuntimeException('the list cannot be read');
        }
        return array_values(array_filter(array_map('trim', $lines), static fn (string $name): bool => $name !== ''));
    }

    public function greeting(?string $name): string
    {
        if ($name === null || $name === '') {
            return 'Hello';
        }
        return 'Hello ' . htmlspecialchars($name, ENT_QUOTES, 'UTF-8');
    }

    public function page(string $address): string
    {
        $curl = curl_init($address);
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 5,
            CURLOPT_SSL_VERIFYPEER => true,
        ]);
        $page = curl_exec($curl);
        if ($page === false) {
            throw new \RuntimeException(curl_error($curl));
        }
        return $page;
    }
}
