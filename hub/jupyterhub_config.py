"""JupyterHub for one class on one Linux machine: docs/class-server.md says how to use it.

Everyone logs in with their account on the machine, and each server runs as that account: what keeps students' work
apart is the operating system. Started as root in /srv/jupyterhub, where it keeps its database and its keys.
"""

import sys

c = get_config()  # noqa: F821

# Only this machine; a proxy with a certificate stands before it.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"students", "teachers"}
c.Authenticator.admin_groups = {"teachers"}

c.JupyterHub.spawner_class = "localprocess"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.default_url = "/lab"
# A class comes all at once.
c.JupyterHub.concurrent_spawn_limit = 10
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120
