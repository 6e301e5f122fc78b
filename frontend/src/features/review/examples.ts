import type { Language } from '@/types/review';

/** Code with planted mistakes, to try a review on. Texts about it are in the catalogue under the same id. */
export interface Example {
  readonly id: 'python' | 'javascript' | 'java';
  readonly path: string;
  readonly language: Language;
  readonly code: string;
}

export const examples: readonly Example[] = [
  {
    id: 'python',
    path: 'app/accounts.py',
    language: 'python',
    code: `import hashlib
import sqlite3

DB_PASSWORD = "correct-horse-battery"


def connect():
    return sqlite3.connect("accounts.db")


def find_account(name):
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SELECT id, balance FROM accounts WHERE name = '" + name + "'")
    return cursor.fetchone()


def store_password(user, password):
    digest = hashlib.md5(password.encode()).hexdigest()
    connection = connect()
    connection.execute("UPDATE users SET digest = ? WHERE name = ?", (digest, user))
    connection.commit()


def transfer(source, target, amount):
    try:
        if amount == amount:
            source.balance -= amount
            target.balance += amount
    except:
        pass
`,
  },
  {
    id: 'javascript',
    path: 'server/search.js',
    language: 'javascript',
    code: `const express = require('express');
const { exec } = require('child_process');

const app = express();

app.get('/search', (req, res) => {
  const term = req.query.q;
  res.send('<h1>Results for ' + term + '</h1>');
});

app.get('/disk', (req, res) => {
  exec('du -sh ' + req.query.folder, (error, output) => res.send(output));
});

app.get('/sum', (req, res) => {
  const total = eval(req.query.expression);
  res.json({ total });
});

function isAdmin(user) {
  if (user.role = 'admin') {
    return true;
  }
  return false;
}

module.exports = { app, isAdmin };
`,
  },
  {
    id: 'java',
    path: 'src/main/java/shop/Orders.java',
    language: 'java',
    code: `package shop;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

public class Orders {
    private static final String API_KEY = "live-4f9a2c7be1d84e06";

    public ResultSet byCustomer(Connection connection, String customer) throws SQLException {
        Statement statement = connection.createStatement();
        return statement.executeQuery("SELECT * FROM orders WHERE customer = '" + customer + "'");
    }

    public String confirmationCode() {
        return String.valueOf(new Random().nextInt(1000000));
    }

    public byte[] fingerprint(byte[] order) throws Exception {
        return MessageDigest.getInstance("SHA1").digest(order);
    }

    public int firstByte(String path) throws IOException {
        FileInputStream input = new FileInputStream(path);
        return input.read();
    }

    public boolean sameStatus(String left, String right) {
        return left == right;
    }
}
`,
  },
];
