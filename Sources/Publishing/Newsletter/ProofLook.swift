/// The look of the page by which a letter is read before it is sent, and what runs in it.
enum ProofLook {
  static let style = """
    <style>
    body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #14302f; background: #fff; overflow-wrap: anywhere; }
    main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
    h2 { margin: 2rem 0 .5rem; font-size: 1.3rem; }
    summary h2 { display: inline; }
    .checks { padding-left: 0; list-style: none; }
    .checks > li { margin: .4rem 0; }
    .doubtful { font-weight: bold; }
    .doubtful ul { font-weight: normal; }
    .field { margin: 0 0 1rem; }
    .field label { font-weight: bold; }
    textarea { display: block; box-sizing: border-box; width: 100%; font: .85rem/1.4 monospace; }
    button { min-height: 2.75rem; padding: 0 1rem; font: inherit; }
    .views { display: flex; flex-wrap: wrap; gap: 1rem; }
    figure { margin: 0; max-width: 100%; }
    figure[tabindex] { overflow-x: auto; }
    iframe { display: block; box-sizing: border-box; max-width: 100%; border: 1px solid #6b7d7c; }
    iframe[sandbox="allow-same-origin"] { box-sizing: content-box; max-width: none; }
    pre { overflow-x: auto; padding: 1rem; border: 1px solid #6b7d7c; white-space: pre-wrap; }
    @media print { button, .field, iframe { display: none; } details { display: block; } }
    </style>
    """

  /// Frames have the policy of the page around them: mails bear their style and load their pictures, and nothing runs but the
  /// script below, known by its hash (CSP 3, 2.3.1).
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; base-uri 'none'; form-action 'none'; script-src "
    + PolicySource.hash(of: script)

  /// Copies a field; then looks into the two views of the first form of the letter, the one on a phone and the dark one: what
  /// is wider than the view, and the least contrast of a text with what is behind it (WCAG 2.2, « contrast ratio »).
  static let script = """
    document.addEventListener('click', function (event) {
      var button = event.target.closest('[data-copy]');
      if (!button) return;
      var field = document.getElementById(button.dataset.copy);
      field.select();
      var done = function () { button.textContent = 'Copié'; };
      if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, function () {});
      else if (document.execCommand('copy')) done();
    });

    (function () {
      var leastContrast = 4.5;
      var texts = function (page, found) {
        var walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          var words = walker.currentNode.data.trim();
          var range = page.createRange();
          range.selectNodeContents(walker.currentNode);
          var box = range.getBoundingClientRect();
          if (words && box.width > 0 && box.height > 0) found(words, walker.currentNode.parentElement, box);
        }
      };
      var channels = function (colour) { return (colour.match(/[\\d.]+/g) || []).map(Number); };
      var luminance = function (colour) {
        var parts = channels(colour).slice(0, 3).map(function (value) {
          value /= 255;
          return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        });
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
      };
      var ground = function (element) {
        for (; element; element = element.parentElement) {
          var colour = element.ownerDocument.defaultView.getComputedStyle(element).backgroundColor;
          var alpha = channels(colour)[3];
          if (alpha === undefined || alpha > 0) return colour;
        }
        return 'rgb(255, 255, 255)';
      };
      var contrast = function (element) {
        var view = element.ownerDocument.defaultView;
        var one = luminance(view.getComputedStyle(element).color), other = luminance(ground(element));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      };
      var measures = {
        largeur: function (pages) {
          var page = pages[0], most = page.documentElement.clientWidth + 1, wide = [];
          texts(page, function (words, element, box) { if (box.right > most || box.left < -1) wide.push(words); });
          page.querySelectorAll('img').forEach(function (image) {
            if (image.getBoundingClientRect().right > most) wide.push(image.alt || image.src);
          });
          if (!wide.length && page.documentElement.scrollWidth > most) wide.push(page.title);
          return wide;
        },
        contraste: function (pages) {
          var faint = [];
          pages.forEach(function (page, index) {
            texts(page, function (words, element) {
              var ratio = Math.floor(contrast(element) * 10) / 10;
              if (ratio < leastContrast) faint.push(String(ratio).replace('.', ',') + (index ? ' (thème sombre)' : '') + ' : ' + words);
            });
          });
          return faint;
        }
      };
      var frames = Array.from(document.querySelectorAll('iframe[sandbox="allow-same-origin"]'));
      var report = function () {
        var pages = frames.map(function (frame) { return frame.contentDocument; });
        if (!pages.length || !pages.every(function (page) { return page && page.body && page.URL !== 'about:blank'; })) return;
        document.querySelectorAll('[data-measure]').forEach(function (line) {
          var found = Array.from(new Set(measures[line.dataset.measure](pages)));
          line.className = found.length ? 'doubtful' : 'plain';
          line.textContent = (found.length ? '⚠ À voir : ' : '✓ ') + (found.length ? line.dataset.wrong : line.dataset.right);
          var list = document.createElement('ul');
          found.slice(0, 10).forEach(function (words) {
            var item = document.createElement('li');
            item.textContent = words.length > 80 ? words.slice(0, 80) + '…' : words;
            list.append(item);
          });
          if (found.length) line.append(list);
        });
      };
      frames.forEach(function (frame) { frame.addEventListener('load', report); });
      report();
    })();
    """
}
