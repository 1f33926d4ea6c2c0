# foja on Node 24. `--build-arg NATIVE_TESSERACT=yes` adds the installed engine: about half the CPU a page of the WebAssembly one
# (docs/bench.md), chosen with FOJA_OCR=tesseract:
FROM node:24.21.0-bookworm-slim

ARG NATIVE_TESSERACT=no
RUN if [ "$NATIVE_TESSERACT" = yes ]; then \
      apt-get update -q \
      && apt-get install -y -q --no-install-recommends tesseract-ocr tesseract-ocr-spa \
      && rm -rf /var/lib/apt/lists/*; \
    fi

WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY cli ./cli
COPY workers ./workers
COPY src ./src

# A folder for an index or an archive that is kept here rather than on servers.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV NODE_ENV=production FOJA_ARCHIVE=/data/archivo
USER node
WORKDIR /data
ENTRYPOINT ["node", "/app/cli/main.ts"]
CMD ["--help"]
