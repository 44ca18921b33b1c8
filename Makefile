# 做书的命令。`make help` 列出全部；凡以 ## 结尾的注释都会印在那里。
# One rule a command. Lines that end in "## …" are what `make help` prints.

PYTHON     ?= python3
VENV       ?= .venv
EDITIONS   ?=
SPHINXOPTS ?=
PAPER      ?= a5
PORT       ?= 8000
VERSION    ?=
PYTESTOPTS ?=

PY     = $(VENV)/bin/python
BUILD  = $(PY) scripts/build.py $(if $(EDITIONS),--editions "$(EDITIONS)") --paper "$(PAPER)" \
         --sphinx-options="$$SPHINXOPTS"

# Options may hold quotation marks: the shell takes them from the environment as they are.
export SPHINXOPTS

.DEFAULT_GOAL := help
.PHONY: help html pdf epub serve check test lint format lock release bench bench-full bench-gate clean

help: ## 列出这些命令
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo '可设：EDITIONS="zh-Hans zh-Hant-TW zh-Hant-HK"（只做哪几种版本） PYTHON VENV SPHINXOPTS PYTESTOPTS="-n 2" PAPER="a5 a4 6in"（PDF 的纸张，可不止一种） PORT'

html: $(VENV)/.build ## 做出整个网站，连同各版本的 PDF 与 ePub，在 _build/html/
	@$(BUILD) check
	@$(PY) scripts/convert.py
	@$(BUILD) html

pdf: $(VENV)/.build ## 只做 PDF，在 _build/html/downloads/
	@$(BUILD) check
	@$(PY) scripts/convert.py
	@$(BUILD) pdf

epub: $(VENV)/.build ## 只做 ePub，在 _build/html/downloads/
	@$(BUILD) check
	@$(PY) scripts/convert.py
	@$(BUILD) epub

serve: $(VENV)/.dev ## 边改边看：source/、editorial/ 或版式一改，网页自动重做
	@$(PY) scripts/port.py "$(PORT)"
	@$(BUILD) check
	@$(PY) scripts/convert.py
	@$(VENV)/bin/sphinx-autobuild --port $(PORT) --watch source --watch editorial --watch book.yaml \
	  --ignore '*/_build/*' --ignore '*/.venv/*' --ignore '*/.git/*' --ignore '*~' \
	  --pre-build '$(PY) scripts/convert.py' \
	  -d _build/doctrees/serve $(SPHINXOPTS) . _build/serve

check: $(VENV)/.build ## 核对：essays/ 与 appendix/ 正是原文所出，一字不失
	@$(PY) scripts/convert.py --check

test: $(VENV)/.dev ## 跑全部测试（缺 Chromium、Java 时跳过相应的，并说明装什么）
	@$(PY) -m pytest $(PYTESTOPTS)

lint: $(VENV)/.dev ## 检查代码：ruff、mypy
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

format: $(VENV)/.dev ## 按项目的格式重排代码
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

lock: $(VENV)/.dev ## 由 pyproject.toml 重新锁定 requirements*.txt
	@$(PY) -m uv pip compile -q --universal --generate-hashes --no-header \
	  -o requirements.txt pyproject.toml
	@$(PY) -m uv pip compile -q --universal --generate-hashes --no-header \
	  --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

release: $(VENV)/.build ## 发布：make release VERSION=1.0.0，全部文件在 dist/
	@$(PY) scripts/release.py "$(VERSION)"

bench: $(VENV)/.build ## 与同类工具比快慢：5 篇与 200 篇（几分钟；需要 npm）
	@$(PY) benchmarks/bench.py --chapters 5 200

bench-full: $(VENV)/.build ## 同上，直到 5,000 篇（约一小时；断了再跑，接着测）
	@$(PY) benchmarks/bench.py --chapters 5 200 1000 5000 --times 3 --resume

bench-gate: $(VENV)/.build ## 200 篇比纯 Sphinx 快不到三倍便算失败（CI 用）
	@$(PY) benchmarks/bench.py --chapters 200 --only Sphinx --least-ratio 3

clean: ## 删去做出来的一切（不动 .venv）
	rm -rf _build dist dist.tmp dist.old

# The environment: made once, renewed when the pins change.
$(VENV)/.build: requirements.txt
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || \
	  { echo '建不了虚拟环境：请安装 Python 3.11 以上及其 venv 模块（Debian：python3-venv）。' >&2; exit 1; }
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.build
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
