'use strict';
(() => {
  const field = document.getElementById('filter');
  const found = document.getElementById('found');
  const articles = [...document.querySelectorAll('main article')];
  const links = new Map([...document.querySelectorAll('nav li a')].map((a) => [a.hash.slice(1), a.parentElement]));
  const texts = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const article of articles) {
      const fits = words.every((word) => texts.get(article).includes(word));
      article.hidden = !fits;
      links.get(article.id)?.toggleAttribute('hidden', !fits);
      count += fits && links.has(article.id) ? 1 : 0;
    }
    for (const part of document.querySelectorAll('main section, nav section')) {
      part.hidden = words.length > 0 && !part.querySelector('article:not([hidden]), li:not([hidden])');
    }
    found.textContent = words.length === 0 ? '' : count === 1 ? '1 operation' : `${count} operations`;
  };
  field.addEventListener('input', filter);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.value = '';
      filter();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    }
  });
  // A link to what the filter hides shows it.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest('[hidden]')) {
      field.value = '';
      filter();
      target.scrollIntoView();
    }
  });
  document.getElementById('search').hidden = false;
})();
