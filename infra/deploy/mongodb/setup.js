// Makes the replica set of compose.yaml and the services' account; run again, it changes nothing.
const members = ['mongo-1', 'mongo-2', 'mongo-3'];

function initiated() {
  try {
    return db.hello().setName === 'tenken';
  } catch (refused) {
    return false;
  }
}

if (!initiated()) {
  rs.initiate({
    _id: 'tenken',
    members: members.map((host, _id) => ({_id, host: `${host}:27017`, priority: _id === 0 ? 2 : 1}))
  });
  print('The replica set is made.');
}
while (!db.hello().isWritablePrimary) {
  sleep(500);
}

const admin = db.getSiblingDB('admin');
try {
  // Without any account, this machine may make the first one, and only that.
  admin.createUser({user: 'admin', pwd: process.env.MONGO_ADMIN_PASSWORD, roles: ['root']});
  print('The administrator is made.');
} catch (refused) {
  if (!['Unauthorized', 'Location51003'].includes(refused.codeName)) {
    throw refused;
  }
}
admin.auth('admin', process.env.MONGO_ADMIN_PASSWORD);
if (admin.getUser('tenken') === null) {
  // What the services may do: everything in their own database, nothing elsewhere.
  admin.createUser({
    user: 'tenken',
    pwd: process.env.MONGO_PASSWORD,
    roles: [{role: 'readWrite', db: 'tenken'}, {role: 'dbAdmin', db: 'tenken'}]
  });
  print('The account of the services is made.');
}
print('MongoDB is ready.');
