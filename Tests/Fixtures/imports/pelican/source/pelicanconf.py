AUTHOR = 'Jeanne'
SITEURL = 'https://pelican.exemple.org'
ARTICLE_URL = 'articles/{slug}.html'
