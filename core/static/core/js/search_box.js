// Suggestions below each search box: an ARIA 1.2 combobox.
const put = (node, all) => {
  for (const name in all) node.setAttribute(name, all[name]);
  return node;
};
const make = (tag, all) => put(document.createElement(tag), all);

for (const form of document.querySelectorAll("[data-suggestions]")) {
  const input = form.querySelector("[type=search]");
  const id = input.id + "-suggestions";
  const list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Suggestions" });
  const status = make("span", { class: "visually_hidden", role: "status" });
  let options = [], at = -1, timer, request;

  const mark = place => {
    if (options[at]) put(options[at], { "aria-selected": false });
    const option = options[at = place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    put(option, { "aria-selected": true }).scrollIntoView({ block: "nearest" });
    put(input, { "aria-activedescendant": option.id });
  };

  const show = found => {
    mark(-1);
    options = found.map(({ text, kind, url }, place) => {
      const option = make("li", { id: id + place, role: "option" });
      option.append(text, " ", make("span"));
      option.lastChild.append(kind);
      option.onclick = () => {
        close();
        input.value = text;
        url ? location.assign(url) : form.submit();
      };
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = !found[0];
    put(input, { "aria-expanded": !list.hidden });
  };

  const close = () => {
    clearTimeout(timer);
    request?.abort();
    show([]);
    status.textContent = "";
  };

  const ask = async () => {
    request?.abort();
    if (!input.value.trim()[1]) return close();
    const { signal } = (request = new AbortController());
    try {
      const asked = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.suggestions + "?" + asked, { signal });
      const found = (await answer.json()).suggestions;
      show(found);
      status.textContent = "Suggestions: " + found.length;
    } catch {
      if (!signal.aborted) close();
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  };

  put(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id });
  form.append(list, status);
  show([]);
  list.onmousedown = event => event.preventDefault();
  input.oninput = event => event.isComposing || soon();
  input.addEventListener("compositionend", soon);
  input.onblur = close;
  input.onkeydown = event => {
    const { key } = event, size = options.length + 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (event.isComposing) return;
    if (step && list.hidden) ask();
    else if (step) mark((at + 1 + step + size) % size - 1);
    else if (key === "Enter" && options[at]) options[at].click();
    else if (key === "Escape" && !list.hidden) close();
    else return void (/Home|End|Arrow/.test(key) && mark(-1));
    event.preventDefault();
  };
}
