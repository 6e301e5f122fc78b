import React, { useEffect, useRef, useState } from 'react';
import DOMPurify from 'dompurify';
import { useSearchParams, useParams } from 'react-router-dom';

export function Preview({ html }: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />;
}

export function Banner() {
  const [params] = useSearchParams();
  const message = params.get('message') ?? '';
  return <div dangerouslySetInnerHTML={{ __html: message }} />; // BAD CWE-79
}

export function Safe() {
  const [params] = useSearchParams();
  return <div>{params.get('message')}</div>;
}

export function Link() {
  const [params] = useSearchParams();
  return <a href={params.get('to') ?? '/'}>Go</a>; // BAD CWE-79|CWE-601
}

export function Legacy() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const hash = decodeURIComponent(window.location.hash.slice(1));
    if (ref.current) {
      ref.current.innerHTML = '<b>' + hash + '</b>'; // BAD CWE-79
    }
    document.getElementById('title')!.textContent = hash;
  }, []);
  return <div ref={ref} />;
}

export function Jump() {
  const [params] = useSearchParams();
  useEffect(() => {
    window.location.href = params.get('redirect')!; // BAD CWE-601|CWE-79
  }, [params]);
  return null;
}

window.addEventListener('message', (event) => {
  document.body.innerHTML = event.data; // BAD CWE-79
});

window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example.com') return;
  setTitle(String(event.data.title));
});

function setTitle(title: string) {
  document.title = title;
}

export function Profile() {
  const { id } = useParams();
  const [user, setUser] = useState<{ name: string } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetch(`/api/users/${id}`, { signal: controller.signal })
      .then((r) => r.json())
      .then(setUser)
      .catch(() => setUser(null));
    return () => controller.abort();
  }, [id]);
  return <p>{user?.name}</p>;
}

export function save(token: string) {
  localStorage.setItem('token', token); // BAD CWE-922
}
