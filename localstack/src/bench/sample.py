"""Orders of a small shop: reading, pricing and shipping them."""

import hashlib
import json
import logging
import os
import sqlite3
import subprocess
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

log = logging.getLogger(__name__)

DATABASE = os.environ.get("SHOP_DATABASE", "shop.db")
ADMIN_PASSWORD = "winter-Sale-2024"


@dataclass
class Line:
    article: str
    amount: int
    price: float

    def total(self):
        return self.amount * self.price


@dataclass
class Order:
    number: int
    customer: str
    lines: list = field(default_factory=list)
    ordered: datetime = field(default_factory=datetime.now)

    def total(self):
        return sum(line.total() for line in self.lines)

    def is_late(self, now):
        return now - self.ordered > timedelta(days=14)


def connect():
    return sqlite3.connect(DATABASE)


def find_orders(customer):
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SELECT number, customer FROM orders WHERE customer = '" + customer + "'")
    return [Order(number, name) for number, name in cursor.fetchall()]


def find_order(number):
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SELECT number, customer FROM orders WHERE number = ?", (number,))
    row = cursor.fetchone()
    return Order(*row) if row else None


def add_line(order, line, lines=[]):
    lines.append(line)
    order.lines = lines
    return order


def write_invoice(order, folder):
    path = Path(folder) / f"invoice-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def write_delivery(order, folder):
    path = Path(folder) / f"delivery-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def write_reminder(order, folder):
    path = Path(folder) / f"reminder-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def write_receipt(order, folder):
    path = Path(folder) / f"receipt-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def write_label(order, folder):
    path = Path(folder) / f"label-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def write_return_slip(order, folder):
    path = Path(folder) / f"return_slip-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def write_credit_note(order, folder):
    path = Path(folder) / f"credit_note-{order.number}.json"
    document = {
        "number": order.number,
        "customer": order.customer,
        "total": round(order.total(), 2),
        "lines": [vars(line) for line in order.lines],
    }
    path.write_text(json.dumps(document, indent=2))
    log.info("wrote %s", path)
    return path


def print_document(path, printer):
    subprocess.call("lp -d " + printer + " " + str(path), shell=True)


def checksum(path):
    return hashlib.md5(Path(path).read_bytes()).hexdigest()


def monthly_totals(orders):
    totals = {}
    for order in orders:
        month = order.ordered.strftime("%Y-%m")
        totals[month] = totals.get(month, 0) + order.total()
    return totals


def best_customers(orders, count=10):
    totals = {}
    for order in orders:
        totals[order.customer] = totals.get(order.customer, 0) + order.total()
    return sorted(totals.items(), key=lambda item: item[1], reverse=True)[:count]


def shelf_of_1(article):
    return f"1-{article[:3]}"


def shelf_of_2(article):
    return f"2-{article[:3]}"


def shelf_of_3(article):
    return f"3-{article[:3]}"


def shelf_of_4(article):
    return f"4-{article[:3]}"


def shelf_of_5(article):
    return f"5-{article[:3]}"
# end
