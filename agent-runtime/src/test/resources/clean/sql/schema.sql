-- Customers, orders and their lines.
CREATE TABLE customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    name text NOT NULL,
    country char(2) NOT NULL DEFAULT 'DE',
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('open', 'paid', 'sent')),
    total numeric(12, 2) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_by_customer ON orders (customer_id, created_at DESC);

ALTER TABLE customers ADD COLUMN phone text;
ALTER TABLE orders ADD COLUMN currency char(3) NOT NULL DEFAULT 'EUR';

CREATE VIEW open_orders AS
SELECT o.id, o.total, c.name
FROM orders o
JOIN customers c ON c.id = o.customer_id
WHERE o.state = 'open';

CREATE FUNCTION order_total(wanted bigint) RETURNS numeric
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(sum(l.quantity * l.price), 0) FROM order_lines l WHERE l.order_id = wanted
$$;

GRANT SELECT, INSERT, UPDATE ON orders TO shop;
REVOKE ALL ON customers FROM PUBLIC;

SELECT c.name, count(o.id) AS orders, coalesce(sum(o.total), 0) AS total
FROM customers c
LEFT JOIN orders o ON o.customer_id = c.id AND o.state = 'paid'
WHERE c.country = 'DE'
GROUP BY c.name
HAVING count(o.id) > 2
ORDER BY total DESC, c.name
LIMIT 20;

SELECT id, total
FROM orders
WHERE created_at >= date '2026-01-01' AND created_at < date '2027-01-01'
ORDER BY created_at, id
LIMIT 50;

SELECT name, CASE WHEN phone IS NULL THEN 'none' ELSE phone END AS phone FROM customers WHERE id = 7;

UPDATE orders SET state = 'sent' WHERE id = 12 AND state = 'paid';

DELETE FROM orders WHERE state = 'open' AND created_at < now() - interval '90 days';

INSERT INTO customers (email, name) VALUES ('ada@example.org', 'Ada') ON CONFLICT (email) DO NOTHING;

WITH recent AS (
    SELECT customer_id, max(created_at) AS latest FROM orders GROUP BY customer_id
)
SELECT c.name, r.latest
FROM customers c
JOIN recent r ON r.customer_id = c.id
WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.state = 'open')
ORDER BY r.latest;
