/**
 * An OpenID provider in memory, with one client and one API. Its pages are the library's own for development: any name
 * and password can sign in.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { setDefaultResultOrder } from 'node:dns';
import Provider from 'oidc-provider';

const { ISSUER, CLIENT_ID, CLIENT_SECRET, WEBAPP_URL, API_AUDIENCE } = process.env;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** By grant, as with Microsoft Entra ID: the access token contains the values that the claims parameter requests. */
const authenticationContexts = new Map();

const provider = new Provider(ISSUER, {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: randomUUID() }] },
  cookies: { keys: [randomUUID()] },
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${WEBAPP_URL}/callback`],
      post_logout_redirect_uris: [`${WEBAPP_URL}/`],
      backchannel_logout_uri: `${WEBAPP_URL}/logout/backchannel`,
      backchannel_logout_session_required: true,
    },
  ],
  pkce: { methods: ['S256'], required: () => true },
  rotateRefreshToken: true,
  claims: { profile: ['name'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `${id} of oidc-provider` }) }),
  extraParams: ['claims'],
  extraTokenClaims: (_, { grantId }) => ({ acrs: authenticationContexts.get(grantId) }),
  features: {
    backchannelLogout: { enabled: true },
    revocation: { enabled: true },
    // RFC 8707: without a resource parameter, the API is the resource.
    resourceIndicators: {
      defaultResource: () => API_AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'tasks.read tasks.write',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
});

provider.on('authorization.success', ({ oidc: { params, entities } }) => {
  const context = JSON.parse(params.claims ?? '{}').access_token?.acrs?.value;
  if (context) {
    authenticationContexts.set(entities.Grant.jti, [context]);
  }
});
provider.on('grant.revoked', () => console.log('grant.revoked'));

// The web app and this provider listen on the IPv4 loopback interface; Node.js would try localhost's IPv6 address first.
setDefaultResultOrder('ipv4first');
provider.listen(new URL(ISSUER).port, '127.0.0.1');
