# Hỏi HTX: one small image, non-root, data on a volume. Node comes from the image; the npm package "node" is only for machines without it.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATABASE_URL=sqlite:/data/hoi-htx.db DATA_DIR=/data PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY knowledge ./knowledge
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# A stop takes until 503 on /ready has been noticed and what is under way is done: give it `docker stop -t 120`, not the usual 10 seconds.
# The first start learns for up to two minutes before it answers: whoever restarts what is unhealthy must not end it in the middle, each time anew.
HEALTHCHECK --interval=30s --timeout=5s --start-period=180s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT??3000)+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "src/main.ts"]
