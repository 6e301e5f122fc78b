import { describe, expect, it } from 'vitest';
import { detectLanguage, grammarOf, languageLabel, languageOfPath } from './languages';

describe('detectLanguage', () => {
  it('goes by the file name before the text', () => {
    expect(detectLanguage('src/app.ts', 'def f():\n  pass')).toBe('typescript');
    expect(languageOfPath('deploy/Dockerfile')).toBe('dockerfile');
    expect(languageOfPath('LICENSE')).toBeNull();
  });

  it.each([
    ['python', 'import sqlite3\n\ndef find(name):\n    return name\n'],
    ['javascript', "const express = require('express');\napp.get('/', (req, res) => res.send(req.query.q));"],
    ['typescript', 'interface User {\n  name: string;\n}\nexport const a = (u: User): string => u.name;'],
    ['java', 'import java.util.List;\npublic class A {\n  public static void main(String[] args) {}\n}'],
    ['java', 'public interface Names {\n  String first();\n}'],
    ['go', 'package main\n\nfunc main() {\n\tx := 1\n\t_ = x\n}'],
    ['php', '<?php echo $_GET["q"]; ?>'],
    ['html', '<!doctype html>\n<html><body><p>Hi</p></body></html>'],
    ['xml', '<?xml version="1.0"?>\n<project/>'],
    ['json', '{"a": [1, 2]}'],
    ['sql', 'SELECT * FROM users WHERE id = 1'],
    ['shell', '#!/bin/bash\nrm -rf "$1"'],
    ['rust', 'fn main() {\n    println!("hi");\n}'],
  ])('recognises %s by its text', (language, text) => {
    expect(detectLanguage(null, text)).toBe(language);
  });

  it('says nothing about prose or nothing', () => {
    expect(detectLanguage(null, 'please look at this')).toBeNull();
    expect(detectLanguage(null, '')).toBeNull();
  });
});

describe('names', () => {
  it('shows an id it does not know as it is', () => {
    expect(languageLabel('cobol')).toBe('cobol');
    expect(grammarOf('cobol')).toBe('plaintext');
    expect(grammarOf('json')).toBe('javascript');
  });
});
